package dev.cordon.bots.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import dev.cordon.config.Settings;
import org.slf4j.LoggerFactory;

/** Sets the log up as the settings say: lines on standard error, with case and message ids. */
final class Logging {
  private static final String LINE =
      "%d{HH:mm:ss.SSS} %-5level %logger{0}: %msg%replace( [%kvp{NONE}]){' \\[]', ''}%n%ex{12}";

  private Logging() {}

  /** For {@code run} and {@code matcher}. */
  static void service(Settings.Log log) {
    apply(log.format(), Level.valueOf(log.level().name()));
  }

  /** For short commands: warnings, or more when the settings ask for debug. */
  static void command(Settings.Log log) {
    boolean debug = log.level() == Settings.Log.Level.DEBUG;
    apply(log.format(), debug ? Level.DEBUG : Level.WARN);
  }

  private static void apply(Settings.Log.Format format, Level level) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setTarget("System.err");
    appender.setEncoder(format == Settings.Log.Format.JSON ? json(context) : text(context));
    appender.start();
    Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.detachAndStopAllAppenders();
    root.addAppender(appender);
    root.setLevel(Level.WARN);
    context.getLogger("dev.cordon").setLevel(level);
  }

  private static Encoder<ILoggingEvent> text(LoggerContext context) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(LINE);
    encoder.start();
    return encoder;
  }

  private static Encoder<ILoggingEvent> json(LoggerContext context) {
    JsonEncoder encoder = new JsonEncoder();
    encoder.setContext(context);
    encoder.setWithContext(false);
    encoder.setWithNanoseconds(false);
    encoder.setWithSequenceNumber(false);
    encoder.setWithArguments(false);
    encoder.setWithMessage(false);
    encoder.setWithFormattedMessage(true);
    encoder.start();
    return encoder;
  }
}

package dev.cordon.bots.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cordon.config.Settings.Log;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LoggingTest {
  private final PrintStream err = System.err;

  @AfterEach
  void asTestsLog() throws JoranException {
    System.setErr(err);
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(
        Objects.requireNonNull(LoggingTest.class.getResource("/logback-test.xml")));
  }

  @Test
  void aLineForPeopleNamesMessageAndCase() {
    assertThat(logged(Log.Format.TEXT, Log.Level.INFO))
        .contains("INFO  LoggingTest: Done [messageId=telegram/-1/5 caseId=C-1]")
        .contains("INFO  LoggingTest: Nothing more\n");
  }

  @Test
  void aLineForMachinesIsJson() throws IOException {
    String line = logged(Log.Format.JSON, Log.Level.INFO).lines().findFirst().orElseThrow();
    JsonNode json = new ObjectMapper().readTree(line);
    assertThat(json.path("formattedMessage").asText()).isEqualTo("Done");
    assertThat(json.path("kvpList").toString()).contains("{\"messageId\":\"telegram/-1/5\"}");
  }

  @Test
  void lessIsLoggedWhenLessIsWanted() {
    assertThat(logged(Log.Format.TEXT, Log.Level.WARN)).isEmpty();
  }

  private static String logged(Log.Format format, Log.Level level) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    System.setErr(new PrintStream(lines, true, StandardCharsets.UTF_8));
    Logging.service(new Log(format, level));
    var log = LoggerFactory.getLogger(LoggingTest.class);
    log.atInfo().addKeyValue("messageId", "telegram/-1/5").addKeyValue("caseId", "C-1").log("Done");
    log.info("Nothing more");
    return lines.toString(StandardCharsets.UTF_8);
  }
}

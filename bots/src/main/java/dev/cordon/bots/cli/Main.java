package dev.cordon.bots.cli;

import dev.cordon.config.SettingsException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The {@code cordon} command. */
@Command(
    mixinStandardHelpOptions = true,
    name = "cordon",
    description = "Recognises known media in channels and groups and removes it.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      RunCommand.class,
      MatcherCommand.class,
      DemoCommand.class,
      ScanCommand.class,
      ExplainCommand.class,
      EvaluateCommand.class,
      BankCommand.class,
      StatusCommand.class,
      LedgerCommand.class,
      ActionsCommands.Stop.class,
      ActionsCommands.Resume.class,
      KeysCommand.class,
      ConfigCommand.class,
      PluginsCommand.class
    })
public final class Main {
  static final String VERSION = "cordon 0.1.0";

  private Main() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] arguments) {
    System.setOut(new PrintStream(System.out, false, StandardCharsets.UTF_8));
    int code = run(arguments);
    System.out.flush();
    System.exit(code);
  }

  /** Runs one command and returns its exit code. */
  public static int run(String... arguments) {
    CommandLine line = new CommandLine(new Main());
    dress(line);
    line.setParameterExceptionHandler((e, unused) -> misused(e));
    line.setExecutionExceptionHandler((e, command, unused) -> failed(e, command));
    return line.execute(arguments.length == 0 ? new String[] {"--help"} : arguments);
  }

  /** Gives every command its version and the footer with the exit codes. */
  private static void dress(CommandLine line) {
    CommandSpec spec = line.getCommandSpec();
    spec.version(VERSION);
    spec.usageMessage()
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(Exit.list())
        .abbreviateSynopsis(false)
        .width(100);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.getSubcommands().values().forEach(Main::dress);
  }

  private static int misused(ParameterException e) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    tell(e.getMessage() + "; see " + command + " --help");
    return Exit.USAGE;
  }

  private static int failed(Exception e, CommandLine command) {
    if (e instanceof SettingsException settings) {
      settings.problems().forEach(Main::tell);
      return Exit.USAGE;
    }
    if (e instanceof Refusal refusal) {
      tell(Failures.line(refusal));
      return refusal.exitCode();
    }
    return Failures.told(e, command.getCommandSpec().qualifiedName());
  }

  static void tell(String problem) {
    System.err.println("cordon: " + problem);
  }
}

package dev.cordon.bots.cli;

import dev.cordon.bots.redis.RedisKillSwitch;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cordon stop-actions} and {@code cordon resume-actions}: the kill switch. */
final class ActionsCommands {
  private ActionsCommands() {}

  @Command(
      mixinStandardHelpOptions = true,
      name = "stop-actions",
      description =
          "Holds every removal, restriction and ban, in all processes, within a second. Judging goes on; "
              + "what is decided waits. It stays so until resume-actions, across restarts.")
  static final class Stop extends Switch {
    Stop() {
      super(true, "actions are held");
    }
  }

  @Command(
      mixinStandardHelpOptions = true,
      name = "resume-actions",
      description = "Lets actions go on, those that waited included.")
  static final class Resume extends Switch {
    Resume() {
      super(false, "actions go on");
    }
  }

  private abstract static class Switch implements Callable<Integer> {
    @Mixin private CommonOptions options = new CommonOptions();

    @Option(names = "--why", paramLabel = "TEXT", description = "The reason, for the ledger.")
    private String why = "at the command line";

    private final boolean engage;
    private final String done;

    Switch(boolean engage, String done) {
      this.engage = engage;
      this.done = done;
    }

    @Override
    public Integer call() {
      try (Store store = Store.open(options.load().settings());
          RedisKillSwitch killSwitch = new RedisKillSwitch(store.link(), store.ledger())) {
        killSwitch.set(engage, OperatorLog.operator(), why).toCompletableFuture().join();
      }
      System.out.println(done);
      return Exit.OK;
    }
  }
}

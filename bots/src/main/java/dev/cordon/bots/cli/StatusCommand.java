package dev.cordon.bots.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cordon.bots.redis.RedisCases;
import dev.cordon.bots.redis.RedisKillSwitch;
import dev.cordon.bots.redis.RedisPresence;
import dev.cordon.bots.redis.RedisWorkQueue;
import dev.cordon.config.Settings;
import dev.cordon.matcher.bank.Bank;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cordon status}: how this deployment is, as Redis tells. */
@Command(
    mixinStandardHelpOptions = true,
    name = "status",
    description =
        "Redis, running processes, their matchers and platforms, banks, queues, kill switch.")
final class StatusCommand implements Callable<Integer> {
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final int CASES = 1000;

  @Mixin private CommonOptions options = new CommonOptions();

  @Override
  public Integer call() {
    Settings settings = options.load().settings();
    Logging.command(settings.log());
    try (Store store = Store.open(settings)) {
      line("redis", "up, " + Store.name(settings));
      showSwitch(store);
      showBanks(store);
      showQueues(store);
      showProcesses(store);
    }
    return Exit.OK;
  }

  private static void showSwitch(Store store) {
    try (RedisKillSwitch killSwitch = new RedisKillSwitch(store.link(), store.ledger())) {
      join(killSwitch.start());
      line(
          "actions",
          killSwitch.engaged() ? "HELD by the kill switch; cordon resume-actions" : "go on");
    }
  }

  private static void showBanks(Store store) {
    List<Bank> banks = join(store.banks().banks());
    line("banks", banks.isEmpty() ? "none; make one with cordon bank create" : banks.size() + "");
    for (Bank bank : banks) {
      long count = join(store.banks().count(bank.name()));
      line("", bank.name() + ": " + count + " entries" + (bank.enabled() ? "" : ", disabled"));
    }
  }

  private static void showQueues(Store store) {
    RedisWorkQueue events = RedisWorkQueue.events(store.link(), LEASE);
    RedisWorkQueue actions = RedisWorkQueue.actions(store.link(), LEASE);
    line("queues", "events " + depth(events) + ", actions " + depth(actions));
    int cases = join(new RedisCases(store.link()).open(CASES)).size();
    line("cases", (cases == CASES ? cases + " or more" : cases + "") + " open");
  }

  private static String depth(RedisWorkQueue queue) {
    long dead = join(queue.dead());
    return join(queue.depth()) + " waiting" + (dead > 0 ? " and " + dead + " put aside" : "");
  }

  private static void showProcesses(Store store) {
    List<String> reports = join(new RedisPresence(store.link()).all());
    line("processes", reports.isEmpty() ? "none; start one with cordon run" : reports.size() + "");
    reports.stream().map(StatusCommand::parse).forEach(StatusCommand::showProcess);
  }

  private static void showProcess(JsonNode report) {
    line("", report.path("process").asText() + " since " + report.path("since").asText());
    report
        .path("parts")
        .properties()
        .forEach(part -> line("", "  " + part.getKey() + ": " + part.getValue().asText()));
  }

  private static JsonNode parse(String report) {
    try {
      return new ObjectMapper().readTree(report);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void line(String name, String text) {
    System.out.printf("%-10s %s%n", name, text);
  }

  private static <T extends @Nullable Object> T join(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }
}

package dev.cordon.bots.cli;

import dev.cordon.matcher.bank.Bank;
import dev.cordon.matcher.bank.BankStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The policies that banks name, asked for at most once a second. */
final class BankPolicies implements Supplier<CompletionStage<Map<String, String>>> {
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final BankStore banks;
  private final Clock clock;
  private Instant asked = Instant.EPOCH;
  private CompletableFuture<Map<String, String>> latest =
      CompletableFuture.completedFuture(Map.of());

  BankPolicies(BankStore banks, Clock clock) {
    this.banks = banks;
    this.clock = clock;
  }

  @Override
  public synchronized CompletionStage<Map<String, String>> get() {
    boolean fresh =
        clock.instant().isBefore(asked.plus(FRESH)) && !latest.isCompletedExceptionally();
    if (!fresh) {
      asked = clock.instant();
      latest = banks.banks().thenApply(BankPolicies::named).toCompletableFuture();
    }
    return latest;
  }

  private static Map<String, String> named(List<Bank> all) {
    return all.stream()
        .filter(bank -> !bank.policy().isEmpty())
        .collect(Collectors.toMap(Bank::name, Bank::policy));
  }
}

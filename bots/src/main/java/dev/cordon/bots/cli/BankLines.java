package dev.cordon.bots.cli;

import dev.cordon.matcher.bank.Bank;
import dev.cordon.matcher.bank.BankEntry;
import dev.cordon.matcher.bank.BankStore;
import dev.cordon.matcher.bank.NoSuchBankException;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;

/** Banks and entries as lines for people. */
final class BankLines {
  private BankLines() {}

  static void bank(BankStore banks, String name, long limit) {
    Bank bank =
        banks
            .bank(name)
            .toCompletableFuture()
            .join()
            .orElseThrow(() -> new NoSuchBankException(name));
    System.out.printf(
        "%s: %s%n%d entries, %s, thresholds %s, policy %s%n",
        name,
        bank.description(),
        banks.count(name).toCompletableFuture().join(),
        bank.enabled() ? "enabled" : "disabled",
        bank.thresholds().isEmpty() ? "as usual" : bank.thresholds(),
        bank.policy().isEmpty() ? "the chat's" : bank.policy());
    String after = "";
    for (long left = limit; left > 0; ) {
      var page = banks.page(name, after, (int) Math.min(left, 1000)).toCompletableFuture().join();
      page.forEach(BankLines::line);
      left = page.isEmpty() ? 0 : left - page.size();
      after = page.isEmpty() ? after : page.get(page.size() - 1).id();
    }
  }

  private static void line(BankEntry entry) {
    String types =
        entry.signals().stream()
            .map(signal -> signal.type())
            .distinct()
            .collect(Collectors.joining(","));
    String state = entry.active(Instant.now()) ? "" : " (inactive)";
    System.out.printf(
        "%s  %-9s  %s  %s%s%n",
        entry.id(), entry.opinion().name().toLowerCase(Locale.ROOT), types, entry.source(), state);
  }

  static void entry(BankEntry entry) {
    System.out.printf("%s in %s: %s%n", entry.id(), entry.bank(), entry.opinion());
    System.out.printf(
        "labels   %s%nsource   %s%nnote     %s%nadded    %s%nexpires  %s%nenabled  %s%n",
        String.join(", ", entry.labels()),
        entry.source(),
        entry.note(),
        entry.addedAt(),
        entry.expiresAt().map(Instant::toString).orElse("never"),
        entry.enabledUntil().map(at -> "until " + at).orElse("yes"));
    entry
        .signals()
        .forEach(
            signal ->
                System.out.printf(
                    "%-8s %s quality %d%n", signal.type(), signal.value(), signal.quality()));
  }
}

package dev.cordon.bots.cli;

import dev.cordon.config.Settings;
import dev.cordon.matcher.bank.Bank;
import dev.cordon.matcher.bank.BankEntry;
import dev.cordon.matcher.bank.BankStore;
import dev.cordon.matcher.bank.NoSuchBankException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** What bank commands do, on one open store, each change on the ledger. */
final class BankWork {
  private final BankStore banks;
  private final OperatorLog operations;

  private BankWork(Store store) {
    this.banks = store.banks();
    this.operations = new OperatorLog(store.ledger());
  }

  /** Opens the store, works and closes it. */
  static int with(Settings settings, ToIntFunction<BankWork> work) {
    Logging.command(settings.log());
    try (Store store = Store.open(settings)) {
      return work.applyAsInt(new BankWork(store));
    }
  }

  BankStore banks() {
    return banks;
  }

  void record(String what, String subject, Map<String, String> details) {
    operations.record(what, subject, details);
  }

  void say(String line) {
    System.out.println(line);
  }

  /** Does something to every name; 1 when one of them was not found. */
  int each(List<String> names, Predicate<String> change) {
    int code = Exit.OK;
    for (String name : names) {
      if (!change.test(name)) {
        Main.tell("there is no entry or bank \"" + name + "\"; see cordon bank list");
        code = Exit.FINDINGS;
      }
    }
    return code;
  }

  boolean removeEntry(String id) {
    boolean removed = banks.remove(id).toCompletableFuture().join();
    if (removed) {
      operations.record("bank-remove", id, Map.of());
      say("removed " + id);
    }
    return removed;
  }

  boolean removeBank(String name) {
    if (banks.bank(name).toCompletableFuture().join().isEmpty()) {
      return false;
    }
    long entries = banks.removeBank(name).toCompletableFuture().join();
    operations.record("bank-remove-all", name, Map.of("entries", Long.toString(entries)));
    say("removed " + name + " and its " + entries + " entries");
    return true;
  }

  /** Enables or disables the entry or the bank of that name; false when there is none. */
  boolean enable(String name, boolean enabled) {
    Optional<BankEntry> entry = banks.entry(name).toCompletableFuture().join();
    Optional<Bank> bank = banks.bank(name).toCompletableFuture().join();
    entry.ifPresent(found -> join(banks.put(List.of(enabled(found, enabled)))));
    bank.ifPresent(found -> join(banks.put(enabled(found, enabled))));
    if (entry.isEmpty() && bank.isEmpty()) {
      return false;
    }
    operations.record(enabled ? "bank-enable" : "bank-disable", name, Map.of());
    say((enabled ? "enabled " : "disabled ") + name);
    return true;
  }

  /** The bank of that name. */
  Bank bank(String name) {
    return banks
        .bank(name)
        .toCompletableFuture()
        .join()
        .orElseThrow(() -> new NoSuchBankException(name));
  }

  private static void join(CompletionStage<?> stage) {
    stage.toCompletableFuture().join();
  }

  private static Bank enabled(Bank bank, boolean enabled) {
    return new Bank(bank.name(), bank.description(), enabled, bank.thresholds(), bank.policy());
  }

  private static BankEntry enabled(BankEntry entry, boolean enabled) {
    return new BankEntry(
        entry.id(),
        entry.bank(),
        entry.signals(),
        entry.opinion(),
        entry.labels(),
        entry.source(),
        entry.note(),
        entry.addedAt(),
        entry.expiresAt(),
        enabled ? Optional.empty() : Optional.of(Instant.now()));
  }
}

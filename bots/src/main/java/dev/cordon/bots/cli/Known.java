package dev.cordon.bots.cli;

import dev.cordon.config.Settings;
import dev.cordon.matcher.Opinion;
import dev.cordon.matcher.bank.Bank;
import dev.cordon.matcher.bank.BankEntry;
import dev.cordon.matcher.bank.BankStore;
import dev.cordon.matcher.bank.NoSuchBankException;
import dev.cordon.matcher.bank.Ulid;
import dev.cordon.matcher.signal.Signals;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What {@code scan} judges against: one bank that stays as it is, and its entries' names. */
final class Known {
  private final StillFeed feed;
  private final Map<String, String> names;

  private Known(StillFeed feed, Map<String, String> names) {
    this.feed = feed;
    this.names = names;
  }

  StillFeed feed() {
    return feed;
  }

  /** The entry's name for people and scripts. */
  String name(String id) {
    return names.getOrDefault(id, id);
  }

  /** The media in a folder; names are paths relative to it. */
  static Known inFolder(Path folder, Enrolment enrolment) {
    if (!Files.isDirectory(folder)) {
      throw Refusal.usage("--bank-dir " + folder + " is not a folder; name one with known media");
    }
    Bank bank = Bank.named("scan");
    List<Path> files = MediaFiles.under(List.of(folder));
    List<BankEntry> entries = new ArrayList<>();
    Map<String, String> names = new HashMap<>();
    try (Progress progress = new Progress("Enrolled", files.size())) {
      enrolment.signals(
          files,
          hashed -> {
            hashed.remark().ifPresent(line -> progress.remark("bank file " + line));
            if (!hashed.signals().isEmpty()) {
              BankEntry entry = entry(bank, hashed);
              entries.add(entry);
              names.put(entry.id(), folder.relativize(hashed.file()).toString());
            }
            progress.step();
          });
    }
    if (entries.isEmpty()) {
      throw Refusal.usage(
          "nothing under " + folder + " could be enrolled, so there is nothing to look for");
    }
    return new Known(new StillFeed(bank, entries), names);
  }

  /** A real bank as it is now; names are entry ids. */
  static Known inBank(String name, Settings settings) {
    try (Store store = Store.open(settings)) {
      BankStore banks = store.banks();
      Bank bank =
          banks
              .bank(name)
              .toCompletableFuture()
              .join()
              .orElseThrow(() -> new NoSuchBankException(name));
      if (!bank.enabled()) {
        throw Refusal.usage(
            "bank " + name + " is disabled; enable it with: cordon bank enable " + name);
      }
      List<BankEntry> entries = new ArrayList<>();
      banks.forEach(name, entries::add).toCompletableFuture().join();
      return new Known(new StillFeed(bank, entries), Map.of());
    }
  }

  /** An entry for this run only. */
  static BankEntry entry(Bank bank, Enrolment.Hashed hashed) {
    Instant now = Instant.now();
    return new BankEntry(
        Ulid.at(now.toEpochMilli()).toString(),
        bank.name(),
        Signals.kept(hashed.signals()),
        Opinion.VIOLATING,
        Set.of(),
        hashed.file().toString(),
        "",
        now,
        Optional.empty(),
        Optional.empty());
  }
}

package dev.cordon.bots.cli;

import dev.cordon.matcher.bank.Bank;
import dev.cordon.matcher.bank.BankEntry;
import dev.cordon.matcher.bank.BankFeed;
import dev.cordon.matcher.bank.IndexedEntry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A bank that does not change, held in memory. */
final class StillFeed implements BankFeed {
  private static final String CHECKPOINT = "still-0";

  private final Bank bank;
  private final List<BankEntry> entries;

  StillFeed(Bank bank, List<BankEntry> entries) {
    this.bank = bank;
    this.entries = entries;
  }

  @Override
  public String snapshot(Consumer<Bank> banks, Consumer<IndexedEntry> consumer) {
    banks.accept(bank);
    entries.stream().map(IndexedEntry::of).forEach(consumer);
    return CHECKPOINT;
  }

  @Override
  public Poll poll(String checkpoint) {
    try {
      TimeUnit.SECONDS.sleep(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new Changes(CHECKPOINT, Map.of(), Map.of(), 0);
  }
}

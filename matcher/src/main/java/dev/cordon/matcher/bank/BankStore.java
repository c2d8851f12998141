package dev.cordon.matcher.bank;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * Where banks live. Every change is acknowledged only when it is durable and is then on the change
 * stream that all matchers follow.
 */
public interface BankStore {

  /** A new entry id: time-ordered, 26 characters of Crockford base 32 (a ULID). */
  String newId();

  /** Makes a bank or replaces its description, thresholds and policy. */
  CompletionStage<Void> put(Bank bank);

  /** The bank of that name. */
  CompletionStage<Optional<Bank>> bank(String name);

  /** All banks, by name. */
  CompletionStage<List<Bank>> banks();

  /** How many entries a bank holds. */
  CompletionStage<Long> count(String bank);

  /**
   * Adds entries or replaces those of the same id, all in one change.
   *
   * @return the checkpoint of the change; fails with {@link NoSuchBankException}
   */
  CompletionStage<String> put(List<BankEntry> entries);

  /** The entry of that id. */
  CompletionStage<Optional<BankEntry>> entry(String id);

  /** Removes an entry for good; false when there was none. */
  CompletionStage<Boolean> remove(String id);

  /** Passes every entry of a bank to a consumer, in no order, in bounded memory. */
  CompletionStage<Void> forEach(String bank, Consumer<BankEntry> consumer);
}

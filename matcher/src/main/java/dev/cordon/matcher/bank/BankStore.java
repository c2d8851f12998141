package dev.cordon.matcher.bank;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * Where banks live. Every change is acknowledged only when it is durable and is then on the change
 * stream that all matchers follow.
 */
public interface BankStore {
  /** The most entries that one change may hold. */
  int MAX_CHANGE = 1000;

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
   * Adds entries or replaces those of the same id, all in one change; one may so move to another
   * bank.
   *
   * @param entries 1 to {@link #MAX_CHANGE}; signals are brought into canonical form, those that
   *     only queries use are left out, a malformed one is an IllegalArgumentException
   * @return the checkpoint of the change; fails with {@link NoSuchBankException}
   */
  CompletionStage<String> put(List<BankEntry> entries);

  /** The entry of that id. */
  CompletionStage<Optional<BankEntry>> entry(String id);

  /**
   * A page of a bank's entries, in the order of their ids, which is that of their enrolment.
   *
   * @param after the last id of the page before; empty for the first
   * @param limit 1 to 1000
   */
  CompletionStage<List<BankEntry>> page(String bank, String after, int limit);

  /** Removes an entry for good; false when there was none. */
  CompletionStage<Boolean> remove(String id);

  /**
   * Removes a bank and all its entries for good. It matches nothing from the first moment; when
   * interrupted it is left disabled, and calling again goes on.
   *
   * @return how many entries were removed; fails with {@link NoSuchBankException}
   */
  CompletionStage<Long> removeBank(String bank);

  /**
   * Removes entries that have expired.
   *
   * @return how many
   */
  CompletionStage<Long> removeExpired(Instant now);

  /** Passes every entry of a bank to a consumer, in no order, in bounded memory. */
  CompletionStage<Void> forEach(String bank, Consumer<BankEntry> consumer);
}

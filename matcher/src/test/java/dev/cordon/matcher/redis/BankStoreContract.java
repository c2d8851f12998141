package dev.cordon.matcher.redis;

import static dev.cordon.matcher.bank.Entries.NOW;
import static dev.cordon.matcher.bank.Entries.violating;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.matcher.Opinion;
import dev.cordon.matcher.Signal;
import dev.cordon.matcher.bank.Bank;
import dev.cordon.matcher.bank.BankEntry;
import dev.cordon.matcher.bank.BankFeed;
import dev.cordon.matcher.bank.BankFeed.Changes;
import dev.cordon.matcher.bank.BankFeed.Lost;
import dev.cordon.matcher.bank.Entries;
import dev.cordon.matcher.bank.IndexedEntry;
import dev.cordon.matcher.bank.NoSuchBankException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a store and its feed do, on one server and on a cluster. */
@Timeout(60)
abstract class BankStoreContract {
  private static final Bank BANK = new Bank("first", "A bank", true, Map.of("PDQ", 20), "strict");
  private static final Signal SIGNAL = Signal.exact(Signal.SHA256, "ab".repeat(32));

  private RedisLink link;
  private RedisBankStore store;
  private BankFeed feed;

  /** An emptied Redis. */
  abstract RedisLink link();

  @BeforeEach
  void open() {
    link = link();
    store = new RedisBankStore(link, Clock.fixed(NOW, ZoneOffset.UTC));
    feed = new RedisBankFeed(link);
  }

  @Test
  void keepsBanksAndEntriesWhole() {
    BankEntry entry =
        Entries.until(violating("first", SIGNAL), Optional.of(NOW), Optional.of(NOW.plusMillis(1)));
    await(store.put(BANK));
    await(store.put(List.of(entry)));
    assertThat(await(store.bank("first"))).contains(BANK);
    assertThat(await(store.banks())).containsExactly(BANK);
    assertThat(await(store.entry(entry.id()))).contains(entry);
    assertThat(await(store.count("first"))).isEqualTo(1);
    assertThat(await(store.entry(store.newId()))).isEmpty();
  }

  @Test
  void refusesAnEntryWithoutItsBankAndKeepsNothingOfTheChange() {
    await(store.put(BANK));
    BankEntry good = violating("first", SIGNAL);
    var change = store.put(List.of(good, violating("other", SIGNAL)));
    assertThatThrownBy(() -> await(change)).hasCauseInstanceOf(NoSuchBankException.class);
    assertThat(await(store.entry(good.id()))).isEmpty();
  }

  @Test
  void movesAnEntryToAnotherBank() {
    await(store.put(BANK));
    await(store.put(Bank.named("other")));
    BankEntry entry = violating("first", SIGNAL);
    await(store.put(List.of(entry)));
    await(store.put(List.of(withBank(entry, "other"))));
    assertThat(await(store.count("first"))).isZero();
    assertThat(await(store.page("other", "", 10))).hasSize(1);
  }

  private static BankEntry withBank(BankEntry entry, String bank) {
    return new BankEntry(
        entry.id(),
        bank,
        entry.signals(),
        Opinion.DISPUTED,
        entry.labels(),
        entry.source(),
        entry.note(),
        entry.addedAt(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void pagesThroughABankInTheOrderOfIds() {
    await(store.put(BANK));
    List<BankEntry> entries =
        IntStream.range(0, 25).mapToObj(i -> violating("first", SIGNAL)).toList();
    await(store.put(entries));
    List<String> paged = new ArrayList<>();
    List<BankEntry> page = await(store.page("first", "", 10));
    while (!page.isEmpty()) {
      page.forEach(entry -> paged.add(entry.id()));
      page = await(store.page("first", paged.get(paged.size() - 1), 10));
    }
    assertThat(paged).isSorted().hasSize(25);
    List<String> all = new ArrayList<>();
    await(store.forEach("first", entry -> all.add(entry.id())));
    assertThat(all).containsExactlyElementsOf(paged);
  }

  @Test
  void removesEntriesAndBanks() {
    await(store.put(BANK));
    List<BankEntry> entries =
        IntStream.range(0, 600).mapToObj(i -> violating("first", SIGNAL)).toList();
    await(store.put(entries));
    assertThat(await(store.remove(entries.get(0).id()))).isTrue();
    assertThat(await(store.remove(entries.get(0).id()))).isFalse();
    assertThat(await(store.removeBank("first"))).isEqualTo(599);
    assertThat(await(store.banks())).isEmpty();
    assertThat(await(store.entry(entries.get(1).id()))).isEmpty();
    assertThatThrownBy(() -> await(store.removeBank("first")))
        .hasCauseInstanceOf(NoSuchBankException.class);
  }

  @Test
  void removesWhatHasExpired() {
    await(store.put(BANK));
    BankEntry expired =
        Entries.until(violating("first", SIGNAL), Optional.of(NOW), Optional.empty());
    BankEntry lasting =
        Entries.until(
            violating("first", SIGNAL), Optional.of(NOW.plusSeconds(1)), Optional.empty());
    await(store.put(List.of(expired, lasting)));
    assertThat(await(store.removeExpired(NOW))).isEqualTo(1);
    assertThat(await(store.entry(expired.id()))).isEmpty();
    assertThat(await(store.entry(lasting.id()))).isPresent();
  }

  @Test
  void isFollowedChangeByChange() {
    String empty = feed.snapshot(bank -> {}, entry -> {});
    await(store.put(BANK));
    BankEntry entry = violating("first", SIGNAL);
    String second = await(store.put(List.of(entry)));
    Changes changes = (Changes) feed.poll(empty);
    assertThat(changes.checkpoint()).isEqualTo(second);
    assertThat(changes.banks()).containsEntry("first", Optional.of(BANK));
    assertThat(changes.entries()).containsEntry(entry.id(), Optional.of(IndexedEntry.of(entry)));
    await(store.remove(entry.id()));
    Changes removal = (Changes) feed.poll(second);
    assertThat(removal.entries()).containsEntry(entry.id(), Optional.empty());
    Changes silence = (Changes) feed.poll(removal.checkpoint());
    assertThat(silence.checkpoint()).isEqualTo(removal.checkpoint());
    assertThat(silence.entries()).isEmpty();
  }

  @Test
  void givesASnapshotOfEverythingAndItsCheckpoint() {
    await(store.put(BANK));
    List<BankEntry> entries =
        new ArrayList<>(IntStream.range(0, 900).mapToObj(i -> violating("first", SIGNAL)).toList());
    entries.add(
        Entries.until(
            Entries.with(
                "first", Opinion.ALLOWED, SIGNAL, Signal.exact(Signal.MD5, "0".repeat(32))),
            Optional.of(NOW.plusSeconds(1)),
            Optional.of(NOW)));
    String checkpoint = await(store.put(entries));
    List<Bank> banks = new ArrayList<>();
    List<IndexedEntry> seen = new ArrayList<>();
    assertThat(feed.snapshot(banks::add, seen::add)).isEqualTo(checkpoint);
    assertThat(banks).containsExactly(BANK);
    assertThat(seen)
        .containsExactlyInAnyOrderElementsOf(entries.stream().map(IndexedEntry::of).toList());
  }

  @Test
  void tellsThatChangesWereTrimmed() {
    String empty = feed.snapshot(bank -> {}, entry -> {});
    await(store.put(BANK));
    String first = feed.snapshot(bank -> {}, entry -> {});
    await(store.put(BANK));
    await(store.put(BANK));
    await(link.commands().xtrim(BankKeys.CHANGES, 1));
    assertThat(feed.poll(first)).isInstanceOf(Lost.class);
    assertThat(feed.poll(empty)).isInstanceOf(Lost.class);
  }

  @Test
  void tellsThatTheStoreWasReplaced() {
    await(store.put(BANK));
    String checkpoint = feed.snapshot(bank -> {}, entry -> {});
    await(link.commands().flushall());
    assertThat(feed.poll(checkpoint)).isInstanceOf(Lost.class);
    awaitAnotherMillisecond();
    await(store.put(BANK));
    await(store.put(BANK));
    assertThat(feed.poll(checkpoint)).isInstanceOf(Lost.class);
  }

  private static void awaitAnotherMillisecond() {
    long begin = System.nanoTime();
    while (System.nanoTime() - begin < Duration.ofMillis(2).toNanos()) {
      Thread.onSpinWait();
    }
  }

  static <T> T await(CompletionStage<T> stage) throws CompletionException {
    return stage.toCompletableFuture().join();
  }
}

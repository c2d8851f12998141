package dev.cordon.bots.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import dev.cordon.bots.ledger.Ledger;
import dev.cordon.bots.ledger.Ledger.Kind;
import dev.cordon.bots.ledger.LedgerEntry;
import dev.cordon.matcher.redis.RedisLink;
import dev.cordon.matcher.redis.RedisServerExtension;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisServerExtension.class)
class RedisLedgerTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

  private RedisLink redis;
  private Ledger ledger;

  @BeforeEach
  void open(RedisLink link) {
    redis = link;
    ledger = new RedisLedger(link, CLOCK);
  }

  @Test
  void keepsWhatWasAppended() {
    LedgerEntry first = append(ledger, "a", 1);
    LedgerEntry second = append(ledger, "b", 2);
    assertThat(first.sequence()).isEqualTo(1);
    assertThat(first.at()).isEqualTo(CLOCK.instant());
    assertThat(second.previous()).isEqualTo(first.hash());
    assertThat(join(ledger.find("a"))).contains(first);
    assertThat(join(ledger.find("none"))).isEmpty();
    assertThat(all(2)).containsExactly(second);
    assertThat(join(ledger.verify()))
        .isEqualTo(new Ledger.Verification(2, java.util.Optional.empty()));
  }

  @Test
  void writesAKeyOnce() {
    LedgerEntry first = append(ledger, "a", 1);
    assertThat(append(ledger, "a", 2)).isEqualTo(first);
    assertThat(append(new RedisLedger(redis, CLOCK), "a", 3)).isEqualTo(first);
    assertThat(all(0)).containsExactly(first);
  }

  @Test
  void staysOneChainWhenManyAppendAtOnce() {
    List<Ledger> ledgers =
        IntStream.range(0, 4).<Ledger>mapToObj(i -> new RedisLedger(redis, CLOCK)).toList();
    List<CompletableFuture<LedgerEntry>> appended = new ArrayList<>();
    for (int i = 0; i < 1200; i++) {
      String key = "key-" + i / 2;
      appended.add(
          ledgers
              .get(i % 4)
              .append(key, Kind.DECIDED, "m", IntNode.valueOf(i))
              .toCompletableFuture());
    }
    Map<String, LedgerEntry> byKey = new HashMap<>();
    for (CompletableFuture<LedgerEntry> one : appended) {
      LedgerEntry entry = one.join();
      assertThat(byKey.computeIfAbsent(entry.key(), key -> entry)).isEqualTo(entry);
    }
    assertThat(all(0)).hasSize(600).containsExactlyInAnyOrderElementsOf(byKey.values());
    assertThat(join(ledger.verify()).problem()).isEmpty();
  }

  @Test
  void findsAChangedEntry() {
    fill();
    rewrite(3, "body", "99");
    assertProblem("entry 3 (key-3) was changed");
  }

  @Test
  void findsAnEntryWhoseHashWasMadeToFit() {
    fill();
    LedgerEntry entry = join(ledger.find("key-3")).orElseThrow();
    var forged =
        new LedgerCodec.Draft(
            entry.at().toString(), entry.key(), entry.kind(), entry.subject(), "99");
    List<String> chained = LedgerCodec.chained(forged, 3, entry.previous());
    Map<String, String> third = fields(3);
    third.put("body", "99");
    third.put("hash", chained.get(6));
    replaceFrom(3, third);
    assertProblem("entry 4 (key-4) does not follow entry 3");
  }

  @Test
  void findsAMissingEntry() {
    fill();
    join(redis.commands().xdel(LedgerCommitter.ENTRIES, "2-0"));
    assertProblem("entry 2 is missing");
  }

  @Test
  void findsReorderedEntries() {
    fill();
    Map<String, String> second = fields(2);
    Map<String, String> third = fields(3);
    replaceFrom(2, third, second);
    assertProblem("entry 2 (key-3) was changed");
  }

  @Test
  void findsATruncatedTail() {
    fill();
    join(redis.commands().xdel(LedgerCommitter.ENTRIES, "5-0"));
    assertProblem("ends with entry 4, but its head says 5");
  }

  @Test
  void findsRemovedKeys() {
    fill();
    join(redis.commands().hdel(LedgerCommitter.KEYS, "key-1"));
    assertProblem("holds 4 keys for 5 entries");
  }

  @Test
  void readsOnBeyondAPage() {
    List<CompletableFuture<LedgerEntry>> appended =
        IntStream.rangeClosed(1, 1203)
            .mapToObj(i -> ledger.append("k" + i, Kind.OPERATED, "s", IntNode.valueOf(i)))
            .map(CompletionStage::toCompletableFuture)
            .toList();
    appended.forEach(CompletableFuture::join);
    assertThat(all(2))
        .extracting(LedgerEntry::sequence)
        .hasSize(1202)
        .startsWith(2L)
        .endsWith(1203L);
  }

  private void fill() {
    IntStream.rangeClosed(1, 5).forEach(i -> append(ledger, "key-" + i, i));
    assertThat(join(ledger.verify()).problem()).isEmpty();
  }

  private void assertProblem(String part) {
    assertThat(join(ledger.verify()).problem()).get().asString().contains(part);
  }

  private void rewrite(int sequence, String field, String value) {
    Map<String, String> fields = fields(sequence);
    fields.put(field, value);
    replaceFrom(sequence, fields);
  }

  /** A stream has no update, so that a forger writes it anew. */
  @SafeVarargs
  private void replaceFrom(int sequence, Map<String, String>... replaced) {
    List<Map<String, String>> rows = new ArrayList<>();
    IntStream.rangeClosed(1, 5).forEach(i -> rows.add(fields(i)));
    for (int i = 0; i < replaced.length; i++) {
      rows.set(sequence - 1 + i, replaced[i]);
    }
    join(redis.commands().del(LedgerCommitter.ENTRIES));
    for (int i = 0; i < rows.size(); i++) {
      var id = new io.lettuce.core.XAddArgs().id(LedgerCodec.id(i + 1));
      join(redis.commands().xadd(LedgerCommitter.ENTRIES, id, rows.get(i)));
    }
  }

  private Map<String, String> fields(int sequence) {
    String id = LedgerCodec.id(sequence);
    var range = io.lettuce.core.Range.create(id, id);
    return new HashMap<>(
        join(redis.commands().xrange(LedgerCommitter.ENTRIES, range)).get(0).getBody());
  }

  private List<LedgerEntry> all(long from) {
    List<LedgerEntry> entries = new ArrayList<>();
    join(ledger.read(from, entries::add));
    return entries;
  }

  private static LedgerEntry append(Ledger ledger, String key, int value) {
    return join(ledger.append(key, Kind.DECIDED, "subject", IntNode.valueOf(value)));
  }

  private static <T> T join(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }
}

package dev.cordon.matcher.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ExactIndexTest {
  private record Entry(int id, String type, String value) {}

  private final ExactIndex index = new ExactIndex();

  @Test
  void findsAValueOfItsTypeOnly() {
    index.add(3, "MD5", "d41d8cd98f00b204e9800998ecf8427e");
    index.add(4, "URL", "https://example.org/");

    assertThat(found("MD5", "d41d8cd98f00b204e9800998ecf8427e")).containsExactly(3);
    assertThat(found("URL", "https://example.org/")).containsExactly(4);
    assertThat(found("URL", "d41d8cd98f00b204e9800998ecf8427e")).isEmpty();
    assertThat(found("MD5", "")).isEmpty();
  }

  @Test
  void refusesANegativeId() {
    assertThatThrownBy(() -> index.add(-1, "MD5", "")).hasMessage("id must be 0 or more, was -1");
  }

  @Test
  void holdsManyThatComeAndGo() {
    for (int id = 0; id < 100_000; id++) {
      index.add(id, "URL", "https://example.org/" + id);
      assertThat(id < 10 || index.remove(id - 10)).isTrue();
    }

    assertThat(index.size()).isEqualTo(10);
    assertThat(found("URL", "https://example.org/99989")).isEmpty();
    assertThat(found("URL", "https://example.org/99990")).containsExactly(99_990);
  }

  @Property(tries = 50)
  void agreesWithAList(@ForAll long seed) {
    Random random = new Random(seed);
    ExactIndex tested = new ExactIndex();
    List<Entry> expected = new ArrayList<>();
    for (int step = 0; step < 3000; step++) {
      Entry entry = new Entry(random.nextInt(40), "T" + random.nextInt(2), "" + random.nextInt(30));
      if (random.nextInt(10) < 9) {
        tested.add(entry.id(), entry.type(), entry.value());
        expected.add(entry);
      } else {
        assertThat(tested.remove(entry.id()))
            .isEqualTo(expected.removeIf(held -> held.id() == entry.id()));
      }
      assertThat(found(tested, entry.type(), entry.value()))
          .containsExactlyInAnyOrderElementsOf(ids(expected, entry));
    }
    assertThat(tested.size()).isEqualTo(expected.size());
  }

  @Test
  void searchesNeverMissWhileItGrowsAndShrinks() {
    AtomicInteger added = new AtomicInteger();
    CompletableFuture<Void> searches = CompletableFuture.runAsync(() -> searchUntil(30_000, added));
    for (int id = 0; id < 30_000; id++) {
      index.add(id, "URL", "kept " + id);
      index.add(id + 100_000, "URL", "gone " + id);
      index.remove(id + 100_000);
      added.set(id + 1);
    }
    searches.join();
  }

  private void searchUntil(int count, AtomicInteger added) {
    Random random = new Random(1);
    while (added.get() < count) {
      int there = added.get();
      if (there > 0) {
        int id = random.nextInt(there);
        assertThat(found("URL", "kept " + id)).containsExactly(id);
        assertThat(found("URL", "gone " + id)).isEmpty();
      }
    }
  }

  private static List<Integer> ids(List<Entry> entries, Entry like) {
    return entries.stream()
        .filter(entry -> entry.type().equals(like.type()) && entry.value().equals(like.value()))
        .map(Entry::id)
        .toList();
  }

  private List<Integer> found(String type, String value) {
    return found(index, type, value);
  }

  private static List<Integer> found(ExactIndex index, String type, String value) {
    List<Integer> ids = new ArrayList<>();
    index.search(type, value, ids::add);
    return ids;
  }
}

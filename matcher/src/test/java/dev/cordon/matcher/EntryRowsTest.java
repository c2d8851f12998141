package dev.cordon.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.matcher.bank.Ulid;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EntryRowsTest {

  /** Few different ids with few different hashes, so that probes meet and gaps are closed. */
  @Test
  void agreesWithAMap() {
    EntryRows rows = new EntryRows();
    Map<Ulid, Integer> expected = new HashMap<>();
    Random random = new Random(1);
    for (int i = 0; i < 200_000; i++) {
      Ulid id = new Ulid(random.nextInt(40), random.nextInt(40));
      if (random.nextBoolean()) {
        rows.put(id, i & 0xffff, Opinion.ALLOWED, 50, i);
        expected.put(id, i);
      } else if (expected.remove(id) != null) {
        rows.release(rows.find(id));
      } else {
        assertThat(rows.find(id)).isEqualTo(-1);
      }
    }
    assertThat(rows.size()).isEqualTo(expected.size());
    Map<Integer, Integer> banks = new HashMap<>();
    expected.values().forEach(value -> banks.merge(value & 0xffff, 1, Integer::sum));
    for (int bank = 0; bank <= 0xffff; bank++) {
      assertThat(rows.entries(bank)).isEqualTo(banks.getOrDefault(bank, 0));
    }
    expected.forEach(
        (id, value) -> {
          int row = rows.find(id);
          assertThat(rows.id(row)).isEqualTo(id);
          assertThat(rows.bank(row)).isEqualTo(value & 0xffff);
          assertThat(rows.opinion(row)).isEqualTo(Opinion.ALLOWED);
          assertThat(rows.active(row, value - 1)).isTrue();
          assertThat(rows.active(row, value)).isFalse();
        });
  }
}

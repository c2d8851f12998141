package dev.cordon.matcher.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UlidTest {

  @Property
  void isReadAsItIsWritten(@ForAll long high, @ForAll long low) {
    Ulid id = new Ulid(high, low);
    assertThat(Ulid.parse(id.toString())).isEqualTo(id);
  }

  @Property
  void isOrderedLikeItsText(@ForAll long a, @ForAll long b, @ForAll long c, @ForAll long d) {
    Ulid first = new Ulid(a, b);
    Ulid second = new Ulid(c, d);
    assertThat(Integer.signum(first.compareTo(second)))
        .isEqualTo(Integer.signum(first.toString().compareTo(second.toString())));
  }

  /** The example of the specification. */
  @Test
  void beginsWithItsTime() {
    assertThat(Ulid.at(1469918176385L).toString()).startsWith("01ARYZ6S41").hasSize(26);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "01ARYZ6S41TSV4RRFFQ69G5FA",
        "81ARYZ6S41TSV4RRFFQ69G5FAV",
        "01ARYZ6S41TSV4RRFFQ69G5FAU",
        "01aryz6s41tsv4rrffq69g5fav",
        "01ARYZ6S41TSV4RRFFQ69G5F\u00c4V"
      })
  void refusesOtherText(String text) {
    assertThatThrownBy(() -> Ulid.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}

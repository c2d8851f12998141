package dev.cordon.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.matcher.Corroboration.Trace;
import dev.cordon.matcher.Match.Segment;
import org.junit.jupiter.api.Test;

class CorroborationTest {
  private final Corroboration both = new Corroboration();

  @Test
  void pictureAndSoundOfTheSameSecondsAreNearerThanEither() {
    both.add(new Trace(Signal.VIDEO, 56, "none", new Segment(0, 10, 40, 50)));
    both.add(new Trace(Signal.AUDIO, 58, "none", new Segment(2, 9, 42, 49)));

    Trace together = both.together().orElseThrow();

    assertThat(together.signal()).isEqualTo(Signal.VIDEO);
    assertThat(together.distance()).isLessThan(50);
  }

  @Test
  void otherSecondsDoNotAgree() {
    both.add(new Trace(Signal.VIDEO, 56, "none", new Segment(0, 10, 40, 50)));
    both.add(new Trace(Signal.AUDIO, 56, "none", new Segment(0, 10, 10, 20)));
    both.add(new Trace(Signal.AUDIO, 56, "none", new Segment(20, 30, 60, 70)));

    assertThat(both.together()).isEmpty();
  }

  @Test
  void oneSignalTwiceIsNotTwoWitnesses() {
    both.add(new Trace(Signal.AUDIO, 56, "none", new Segment(0, 10, 40, 50)));
    both.add(new Trace(Signal.AUDIO, 57, "none", new Segment(0, 9, 40, 49)));

    assertThat(both.together()).isEmpty();
  }

  @Test
  void whatIsNothingByItselfAddsNothing() {
    both.add(new Trace(Signal.VIDEO, 56, "none", new Segment(0, 10, 40, 50)));
    both.add(new Trace(Signal.AUDIO, 73, "none", new Segment(0, 10, 40, 50)));

    assertThat(both.together()).isEmpty();
  }

  @Test
  void nothingIsNearerThanTheSame() {
    both.add(new Trace(Signal.VIDEO, 3, "none", new Segment(0, 10, 40, 50)));
    both.add(new Trace(Signal.AUDIO, 4, "none", new Segment(0, 10, 40, 50)));

    assertThat(both.together().orElseThrow().distance()).isZero();
  }
}

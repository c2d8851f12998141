package dev.cordon.matcher.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class LocalFeaturesTest {
  private final String value = new Drawn(3).entry().toString();

  @Test
  void isReadAsItWasWritten() {
    assertThat(LocalFeatures.parse(value)).hasToString(value);
  }

  @Test
  void ofAQueryToo() {
    String query = new Drawn(3).query(Projection.affine(1, 0, 0, 0, 1, 0)).toString();

    assertThat(LocalQuery.parse(query)).hasToString(query);
  }

  @Test
  void anEntryTakesAtMostSixteenKilobytes() {
    assertThat(value.length()).isLessThan(16 * 1024);
  }

  @Test
  void anotherVersionIsRefused() {
    byte[] bytes = Base64.getDecoder().decode(value);
    bytes[0] = 9;

    assertThatIllegalArgumentException()
        .isThrownBy(() -> LocalFeatures.parse(Base64.getEncoder().encodeToString(bytes)))
        .withMessage(
            "LOCAL_FEATURES is of version 9; this Cordon reads version 1, a newer one is needed");
  }

  @Test
  void whatIsCutOffIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LocalFeatures.parse(value.substring(0, value.length() - 40)))
        .withMessage("LOCAL_FEATURES is cut off");
  }
}

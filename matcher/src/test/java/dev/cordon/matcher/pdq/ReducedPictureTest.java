package dev.cordon.matcher.pdq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cordon.matcher.signal.Picture;
import dev.cordon.matcher.signal.Scenes;
import java.nio.ByteBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A picture of means has nearly the hash of the picture that they are the means of. */
class ReducedPictureTest {

  @ParameterizedTest
  @CsvSource({
    "1600, 1004, 2",
    "1600, 1004, 4",
    "1004, 1600, 4",
    "1603, 1001, 4",
    "1365, 1001, 2",
    "1365, 1001, 4",
    "2400, 2400, 8",
    "400, 380, 2"
  })
  void hasNearlyTheHashOfTheStoredPicture(int width, int height, int reduction) {
    for (int seed = 20; seed < 24; seed++) {
      Picture stored = Scenes.grey(Scenes.landscape(seed, width, height));

      PdqHashes reduced = Pdq.hash(means(stored, reduction)).orElseThrow();

      PdqHashes whole = Pdq.hash(stored).orElseThrow();
      assertThat(reduced.upright().distance(whole.upright())).isLessThanOrEqualTo(4);
      assertThat(reduced.quality()).isCloseTo(whole.quality(), within(5));
    }
  }

  private static Picture means(Picture picture, int reduction) {
    int width = (picture.width() + reduction - 1) / reduction;
    int height = (picture.height() + reduction - 1) / reduction;
    byte[] means = new byte[width * height];
    for (int i = 0; i < means.length; i++) {
      means[i] = mean(picture, i % width * reduction, i / width * reduction, reduction);
    }
    return new Picture(
        width, height, 1, ByteBuffer.wrap(means), reduction, picture.width(), picture.height());
  }

  private static byte mean(Picture picture, int left, int top, int side) {
    int sum = 0;
    int count = 0;
    for (int y = top; y < Math.min(top + side, picture.height()); y++) {
      for (int x = left; x < Math.min(left + side, picture.width()); x++) {
        sum += picture.pixels().get(y * picture.width() + x) & 0xff;
        count++;
      }
    }
    return (byte) (sum / count);
  }
}

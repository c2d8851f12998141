package dev.cordon.matcher.qr;

import com.google.zxing.ReaderException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import com.google.zxing.qrcode.detector.Detector;
import java.util.Optional;

/** Reads the modules between three corners. */
final class Grid extends Detector {
  private final Decoder decoder = new Decoder();

  Grid(BitMatrix black) {
    super(black);
  }

  /** The text of the code there; empty when there is none that can be read. */
  Optional<String> read(Corners corners) {
    try {
      BitMatrix modules = processFinderPatternInfo(corners.patterns()).getBits();
      return Optional.of(decoder.decode(modules).getText());
    } catch (ReaderException e) {
      return Optional.empty();
    } catch (RuntimeException e) {
      // What the library stumbles over is no code; the rest of the picture is to be judged.
      return Optional.empty();
    }
  }
}

package dev.cordon.matcher.qr;

import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.detector.FinderPattern;
import dev.cordon.matcher.signal.Picture;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the QR codes in a picture: dark on light and light on dark, turned, mirrored, tilted. */
final class CodeReader {
  /** Codes of a picture. */
  static final int MOST_CODES = 8;

  /** Triples of finder patterns that are tried, of either shade at either scale. */
  private static final int MOST_TRIES = 40;

  /** What is drawn very large is flat where the shades are told apart; it is read from afar. */
  private static final int AFAR = 4;

  private final Shades shades;
  private final List<Code> codes = new ArrayList<>();

  private CodeReader(Shades shades) {
    this.shades = shades;
  }

  /** The codes, at most {@link #MOST_CODES}; first what only shows from afar. */
  static List<Code> read(Picture picture) {
    Shades shades = Shades.of(picture);
    List<Code> near = new CodeReader(shades).read();
    Set<String> texts = near.stream().map(Code::text).collect(Collectors.toSet());
    List<Code> afar = new CodeReader(shades.reduced(AFAR)).read();
    return Stream.concat(afar.stream().filter(code -> !texts.contains(code.text())), near.stream())
        .limit(MOST_CODES)
        .toList();
  }

  private List<Code> read() {
    black()
        .ifPresent(
            black -> {
              look(black);
              black.flip();
              look(black);
            });
    return codes;
  }

  private Optional<BitMatrix> black() {
    int width = shades.width();
    int height = shades.height();
    try {
      return Optional.of(
          new HybridBinarizer(
                  new PlanarYUVLuminanceSource(
                      shades.luma(), width, height, 0, 0, width, height, false))
              .getBlackMatrix());
    } catch (NotFoundException e) {
      return Optional.empty();
    }
  }

  private void look(BitMatrix black) {
    Grid grid = new Grid(black);
    Set<FinderPattern> used = new HashSet<>();
    int tries = 0;
    for (Corners corners : Corners.among(new Finders(black).find())) {
      if (tries == MOST_TRIES || codes.size() == MOST_CODES) {
        return;
      }
      if (corners.all().stream().noneMatch(used::contains)) {
        tries++;
        grid.read(corners)
            .ifPresent(
                text -> {
                  used.addAll(corners.all());
                  codes.add(new Code(text, corners.region(shades)));
                });
      }
    }
  }
}

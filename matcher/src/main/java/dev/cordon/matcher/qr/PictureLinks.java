package dev.cordon.matcher.qr;

import dev.cordon.matcher.Signal;
import dev.cordon.matcher.signal.Depth;
import dev.cordon.matcher.signal.Extractor;
import dev.cordon.matcher.signal.Picture;
import java.util.List;

/**
 * The links of the QR codes in a picture, a signal each. Only queries have them: an entry that kept
 * the link of its picture would match every other picture with that code.
 */
public final class PictureLinks implements Extractor {
  /** The type of the signals; the value is written as {@link PictureLink} says. */
  public static final String TYPE = "PICTURE_URL";

  private static final int ALL = 100;

  @Override
  public String name() {
    return TYPE;
  }

  @Override
  public Depth depth() {
    return Depth.CODES;
  }

  @Override
  public List<Signal> signals(Picture picture) {
    return CodeReader.read(picture).stream()
        .flatMap(code -> PictureLink.of(code).stream())
        .map(link -> new Signal(TYPE, link.toString(), ALL))
        .distinct()
        .toList();
  }
}

package dev.cordon.matcher.parts;

import dev.cordon.matcher.Match.Region;
import dev.cordon.matcher.Signal;
import dev.cordon.matcher.parts.PartHashes.Part;
import dev.cordon.matcher.pdq.Dihedral;
import dev.cordon.matcher.pdq.Pdq;
import dev.cordon.matcher.pdq.PdqHash;
import dev.cordon.matcher.pdq.PdqHashes;
import dev.cordon.matcher.pdq.PdqOdds;
import dev.cordon.matcher.signal.Depth;
import dev.cordon.matcher.signal.Extractor;
import dev.cordon.matcher.signal.Picture;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * PDQ hashes of the parts of a picture, one signal that only queries use: a copy is found in what
 * surrounds it. Each part is looked for upright and mirrored; parts turned otherwise are left to
 * local features, since every hash more costs a search and a chance to err.
 */
public final class PdqParts implements Extractor {
  /** The type of the signal; its value is written as {@link PartHashes} says. */
  public static final String TYPE = "PDQ_PARTS";

  /** What is larger is brought down to 512 × 512 by PDQ first, as most entries' pictures were. */
  private static final int LARGE = 512;

  /** What PDQ brings every picture down to. */
  private static final int CELLS = 64;

  /**
   * Where PDQ's filter lies beside the exact cells when it starts from 512 × 512; from fewer pixels
   * it lies elsewhere. The hashes of 60 photographs were 10.7 bits from those of their exact cells
   * and 8.3 from those of cells shifted so.
   */
  private static final double SHIFT = 0.125;

  @Override
  public String name() {
    return TYPE;
  }

  @Override
  public Depth depth() {
    return Depth.PARTS;
  }

  @Override
  public List<Signal> signals(Picture picture) {
    Plane plane = Plane.of(picture);
    List<Part> parts =
        Candidates.of(plane).stream().flatMap(box -> part(picture, plane, box).stream()).toList();
    int quality = parts.stream().mapToInt(Part::quality).max().orElse(0);
    return parts.isEmpty()
        ? List.of()
        : List.of(new Signal(TYPE, PartHashes.format(parts), quality));
  }

  /** What has too little structure is left out: it would match by chance. */
  private static Optional<Part> part(Picture picture, Plane plane, Box box) {
    Region region = plane.region(box);
    boolean small = Math.max(box.width(), box.height()) * picture.reduction() <= LARGE;
    return Pdq.hash(small ? cells(plane, box) : cut(picture, region))
        .filter(hashes -> hashes.quality() >= PdqOdds.FAIR)
        .map(hashes -> new Part(region, hashes.quality(), hashes.upright(), mirrored(hashes)));
  }

  private static Picture cut(Picture picture, Region region) {
    int left = (int) Math.round(region.left() * picture.width());
    int top = (int) Math.round(region.top() * picture.height());
    int right = (int) Math.round(region.right() * picture.width());
    int bottom = (int) Math.round(region.bottom() * picture.height());
    return picture.part(left, top, right - left, bottom - top);
  }

  private static Picture cells(Plane plane, Box box) {
    byte[] grey = new byte[CELLS * CELLS];
    int at = 0;
    for (int[] row : plane.cells(box, CELLS, CELLS, SHIFT)) {
      for (int value : row) {
        grey[at++] = (byte) value;
      }
    }
    return Picture.grey(CELLS, CELLS, grey);
  }

  private static PdqHash mirrored(PdqHashes hashes) {
    return Objects.requireNonNull(hashes.byTurn().get(Dihedral.FLIPY));
  }
}

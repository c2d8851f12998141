package dev.cordon.bots.explain;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/**
 * What is shown of a film and an entry, or of their sound.
 *
 * @param frames at moments, in the order of time
 * @param sound the spectrogram of the file over the {@link SoundWindow}
 * @param entrySound that of the entry
 */
public record Reel(
    List<Pair> frames, Optional<BufferedImage> sound, Optional<BufferedImage> entrySound) {
  static final Reel EMPTY = new Reel(List.of(), Optional.empty(), Optional.empty());

  public Reel {
    frames = List.copyOf(frames);
  }

  /** What the file shows at a moment, and what the entry does. */
  public record Pair(Moment moment, Optional<BufferedImage> file, Optional<BufferedImage> entry) {}
}

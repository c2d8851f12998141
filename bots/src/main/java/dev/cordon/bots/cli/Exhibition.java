package dev.cordon.bots.cli;

import dev.cordon.bots.explain.Exhibit;
import dev.cordon.bots.explain.Exhibit.Side;
import dev.cordon.bots.explain.Moment;
import dev.cordon.bots.explain.Pictures;
import dev.cordon.bots.explain.Reel;
import dev.cordon.bots.explain.SoundWindow;
import dev.cordon.bots.explain.Words;
import dev.cordon.matcher.Explanation;
import dev.cordon.matcher.decode.Fingerprinter;
import dev.cordon.matcher.local.Sketch;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Gathers what a drawing shows of a file and an entry.
 *
 * @param decoders render the media
 * @param blur whether pictures are grey and blurred
 */
record Exhibition(Fingerprinter decoders, boolean blur) {

  Exhibit of(Path file, KnownEntry known, Explanation why) {
    return why.course().isPresent() ? film(file, known, why) : picture(file, known, why);
  }

  private Exhibit picture(Path file, KnownEntry known, Explanation why) {
    Optional<BufferedImage> shown = known.reference().flatMap(this::pixels);
    Optional<Sketch> sketch = known.localFeatures().map(Sketch::of);
    return new Exhibit(
        new Side("The file", name(file), pixels(file), "cannot be shown"),
        new Side(
            shown.isPresent() ? "The entry" : Words.withoutPicture(sketch),
            known.name(),
            shown,
            "The bank keeps fingerprints, not media"),
        why,
        sketch,
        known.entries());
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private Optional<BufferedImage> pixels(Path picture) {
    return Base.join(blur ? decoders.preview(picture) : decoders.rendering(picture))
        .flatMap(Pictures::read);
  }

  private Exhibit film(Path file, KnownEntry known, Explanation why) {
    Optional<SoundWindow> window = SoundWindow.of(why);
    Reel reel =
        new Reel(
            frames(file, known.reference(), Moment.of(why)),
            window.flatMap(at -> sound(file, at.from(), at.to())),
            window.flatMap(at -> known.reference().flatMap(path -> entrySound(path, at))));
    return new Exhibit(
        new Side("The file", name(file), Optional.empty(), ""),
        new Side("The entry", known.name(), Optional.empty(), ""),
        why,
        Optional.empty(),
        known.entries(),
        reel);
  }

  private List<Reel.Pair> frames(Path file, Optional<Path> reference, List<Moment> moments) {
    List<Optional<BufferedImage>> here =
        frames(file, moments.stream().map(Moment::seconds).toList());
    List<Optional<BufferedImage>> there =
        reference
            .map(path -> frames(path, moments.stream().map(Moment::entrySeconds).toList()))
            .orElse(List.of());
    List<Reel.Pair> pairs = new ArrayList<>();
    for (int i = 0; i < moments.size(); i++) {
      pairs.add(new Reel.Pair(moments.get(i), at(here, i), at(there, i)));
    }
    return pairs;
  }

  private static Optional<BufferedImage> at(List<Optional<BufferedImage>> frames, int i) {
    return i < frames.size() ? frames.get(i) : Optional.empty();
  }

  /** A negative second is none. */
  private List<Optional<BufferedImage>> frames(Path film, List<Double> seconds) {
    if (seconds.isEmpty()) {
      return List.of();
    }
    List<BufferedImage> shown =
        Base.join(decoders.frames(film, seconds, blur))
            .map(png -> Pictures.frames(png, seconds.size()))
            .orElse(List.of());
    return IntStream.range(0, shown.size())
        .mapToObj(i -> Optional.of(shown.get(i)).filter(frame -> seconds.get(i) >= 0))
        .toList();
  }

  private Optional<BufferedImage> entrySound(Path reference, SoundWindow at) {
    double from = Math.max(0, at.entrySeconds(at.from()));
    return sound(reference, from, at.entrySeconds(at.to()));
  }

  private Optional<BufferedImage> sound(Path file, double from, double to) {
    return Base.join(decoders.spectrogram(file, from, to)).flatMap(Pictures::read);
  }
}

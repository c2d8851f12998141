package dev.cordon.matcher.audio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How a stretch of sound lies on an entry's, for people to see: the spectral peaks of both, and
 * which of them agree.
 *
 * @param passage which stretches
 * @param file all peaks of the file, the earliest first
 * @param entry all peaks of the entry, the earliest first
 */
public record Agreement(Passage passage, List<Spot> file, List<Spot> entry) {
  public Agreement {
    file = List.copyOf(file);
    entry = List.copyOf(entry);
  }

  /**
   * A spectral peak.
   *
   * @param seconds when it stands
   * @param octaves above {@link Spectrogram#LOWEST_HERTZ}
   * @param agrees whether it has a partner in the other sound
   */
  public record Spot(double seconds, double octaves, boolean agrees) {}

  /**
   * Looks for one entry's sound as a bank does that holds nothing else.
   *
   * @param query value of a {@link dev.cordon.matcher.Signal#AUDIO} signal, as is the entry
   * @param start about where the stretch begins in the query, in seconds
   * @return the nearest to that place; empty when they have too little in common
   */
  public static Optional<Agreement> between(String query, String entry, double start) {
    AudioFeatures file = AudioFeatures.parse(query);
    AudioFeatures known = AudioFeatures.parse(entry);
    AudioBank bank = new AudioBank();
    bank.add(0, known);
    return bank.search(file).stream()
        .min(Comparator.comparingDouble(passage -> Math.abs(passage.start() - start)))
        .map(passage -> of(passage, file.peaks, known.peaks));
  }

  private static Agreement of(Passage passage, Peaks file, Peaks entry) {
    Overlay overlay = new Overlay(file, entry);
    Line line = line(passage);
    boolean[] met = new boolean[entry.size()];
    boolean[] meets = new boolean[file.size()];
    int to = file.from(frames(passage.end()) + 1);
    for (int i = file.from(frames(passage.start())); i < to; i++) {
      int partner = overlay.partner(line, i);
      meets[i] = partner != Overlay.NONE;
      if (meets[i]) {
        met[partner] = true;
      }
    }
    return new Agreement(passage, spots(file, meets), spots(entry, met));
  }

  private static Line line(Passage passage) {
    double pitch = SpectralPeaks.OCTAVE * Math.log(passage.pitch()) / Math.log(2);
    double start = frames(passage.entryStart()) - passage.speed() * frames(passage.start());
    return new Line(start, passage.speed(), pitch);
  }

  private static double frames(double seconds) {
    return seconds / AudioFeatures.seconds(1);
  }

  private static List<Spot> spots(Peaks peaks, boolean[] agree) {
    List<Spot> spots = new ArrayList<>();
    for (int i = 0; i < agree.length; i++) {
      double octaves = peaks.pitch()[i] / (double) SpectralPeaks.OCTAVE;
      spots.add(new Spot(AudioFeatures.seconds(peaks.frame()[i]), octaves, agree[i]));
    }
    return spots;
  }

  /** How many peaks of the file agree. */
  public int agreeing() {
    return (int) file.stream().filter(Spot::agrees).count();
  }
}

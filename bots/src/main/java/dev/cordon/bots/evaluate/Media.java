package dev.cordon.bots.evaluate;

import dev.cordon.matcher.Signal;
import java.nio.file.Path;
import java.util.List;

/**
 * One file of a corpus.
 *
 * @param name for people and in results: its path within the corpus
 * @param signals what the matcher keeps of it; empty where nobody asked
 */
public record Media(String name, Path file, List<Signal> signals) {
  public Media {
    signals = List.copyOf(signals);
  }
}

package dev.cordon.matcher.signal;

import dev.cordon.matcher.Signal;
import java.util.List;

/**
 * Computes signals from a picture. Runs inside the decoder worker, so it may not keep state or do
 * I/O, and has to end within bounded time on any pixels.
 */
public interface Extractor {

  /** What it is called in problems; of a {@link SignalType} the type it makes. */
  String name();

  /** When it is wanted. */
  default Depth depth() {
    return Depth.WHOLE;
  }

  /** The signals of a picture: none when it has nothing to say, more than one for variants. */
  List<Signal> signals(Picture picture);
}

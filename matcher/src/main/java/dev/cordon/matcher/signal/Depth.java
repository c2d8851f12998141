package dev.cordon.matcher.signal;

import java.util.Set;

/**
 * How closely a file is looked at. Each depth costs more than the one before and is looked at only
 * when those before found nothing certain.
 */
public enum Depth {
  /** The whole picture: what the hash-sharing world exchanges. */
  WHOLE,
  /** Parts of it, such as what is left without a border: only queries have such signals. */
  PARTS,
  /** Links in QR codes: only queries have such signals. */
  CODES,
  /** Local features: what survives when the picture was cut, tilted or set into another. */
  FEATURES;

  /** The depths whose signals bank entries keep. */
  public static final Set<Depth> KEPT = Set.of(WHOLE, FEATURES);
}

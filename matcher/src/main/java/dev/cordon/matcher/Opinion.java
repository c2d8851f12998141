package dev.cordon.matcher;

/** What the keepers of a bank think of an entry. */
public enum Opinion {
  /** Breaks the rules; matches are acted on. */
  VIOLATING,
  /** Known and harmless; wins over a violating entry within its threshold. */
  ALLOWED,
  /** Under doubt; matches are only escalated. */
  DISPUTED
}

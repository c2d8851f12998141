package dev.cordon.matcher;

/** The matcher could not be reached or is overloaded; ask again. */
public final class MatcherUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public MatcherUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}

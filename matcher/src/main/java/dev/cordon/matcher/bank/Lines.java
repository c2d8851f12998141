package dev.cordon.matcher.bank;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** The lines of a file that may be hostile: none is read to an end that never comes. */
final class Lines {
  /** An entry with four hours of sound takes about 2 MB. */
  private static final int MAX_LENGTH = 4 << 20;

  private final char[] buffer = new char[1 << 14];
  private final Reader file;
  private int position;
  private int end;
  private long number;

  Lines(Reader file) {
    this.file = file;
  }

  /**
   * A line.
   *
   * @param number counted from 1
   * @param content its text, cut off when it is too long
   * @param tooLong whether it was
   */
  record Line(long number, String content, boolean tooLong) {

    /**
     * The whole line.
     *
     * @throws IllegalArgumentException when it is too long
     */
    String text() {
      if (tooLong) {
        throw new IllegalArgumentException(
            "The line is longer than " + MAX_LENGTH + " characters, which no entry is");
      }
      return content;
    }
  }

  /** The next line that is not blank; null at the end. */
  @Nullable Line next() throws IOException {
    while (fill()) {
      Line line = read();
      if (!line.content.isBlank()) {
        return line;
      }
    }
    return null;
  }

  private Line read() throws IOException {
    StringBuilder content = new StringBuilder();
    boolean tooLong = false;
    number++;
    while (fill()) {
      int from = position;
      while (position < end && buffer[position] != '\n') {
        position++;
      }
      int fits = Math.min(position - from, MAX_LENGTH - content.length());
      content.append(buffer, from, fits);
      tooLong |= fits < position - from;
      if (position < end) {
        position++;
        break;
      }
    }
    return new Line(number, content.toString(), tooLong);
  }

  private boolean fill() throws IOException {
    if (position == end) {
      position = 0;
      end = Math.max(0, file.read(buffer));
    }
    return end > 0;
  }

  /** What is wrong, in one line. A constructor's complaint says more than the parser's. */
  static String problem(Exception failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message =
        root instanceof JsonProcessingException parser
            ? parser.getOriginalMessage()
            : String.valueOf(root.getMessage());
    return message.lines().findFirst().orElse("");
  }
}

package dev.cordon.bots.intake;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Remembers judged files by the platform's own id of the file. */
public interface VerdictMemory {

  /**
   * What is known of a file.
   *
   * @param key the adapter's type and the content key
   */
  CompletionStage<Optional<Remembered>> find(String key);

  /** Remembers a file for a while. */
  CompletionStage<Void> remember(String key, Remembered verdict, Duration howLong);
}

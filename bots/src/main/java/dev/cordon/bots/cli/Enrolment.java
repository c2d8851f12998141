package dev.cordon.bots.cli;

import dev.cordon.matcher.Matcher.Hashes;
import dev.cordon.matcher.Signal;
import dev.cordon.matcher.decode.Fingerprinter;
import dev.cordon.matcher.pdq.PdqOdds;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** Computes what banks keep of files. */
final class Enrolment {
  private final Fingerprinter fingerprinter;
  private final int threads;

  Enrolment(Fingerprinter fingerprinter, int threads) {
    this.fingerprinter = fingerprinter;
    this.threads = threads;
  }

  /** The signals of every file, in order; those without any name their problem. */
  void signals(List<Path> files, Consumer<Hashed> consumer) {
    Parallel.each(files, threads, this::hash, consumer);
  }

  private Hashed hash(Path file) {
    Optional<String> problem = MediaFiles.problem(file);
    if (problem.isPresent()) {
      return new Hashed(file, List.of(), problem);
    }
    try {
      Hashes hashes = fingerprinter.fingerprint(file).toCompletableFuture().join();
      return new Hashed(file, hashes.signals(), hashes.problem());
    } catch (CompletionException e) {
      return new Hashed(file, List.of(), Optional.of(Failures.line(Failures.cause(e))));
    }
  }

  /**
   * What came of a file.
   *
   * @param signals empty when it cannot be enrolled
   * @param problem why there is none, or none but the digests
   */
  record Hashed(Path file, List<Signal> signals, Optional<String> problem) {
    /** One line about a picture that is enrolled and yet can hardly be found. */
    Optional<String> plain() {
      return signals.stream().anyMatch(PdqOdds::tooPlain)
          ? Optional.of(file + ": too plain for PDQ; found by exact copies and local features only")
          : Optional.empty();
    }

    /** One line about what is not as it should be. */
    Optional<String> remark() {
      String effect = signals.isEmpty() ? "not enrolled" : "enrolled for exact copies only";
      return problem.map(reason -> file + ": " + effect + ": " + reason);
    }
  }
}

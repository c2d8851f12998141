package dev.cordon.bots.flow;

import dev.cordon.matcher.IndexNotReadyException;
import dev.cordon.matcher.Match;
import dev.cordon.matcher.MatchResult;
import dev.cordon.matcher.Matcher;
import dev.cordon.matcher.Opinion;
import dev.cordon.matcher.Scan;
import dev.cordon.matcher.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A matcher that knows contents by heart: a banked text is a match of distance 0; of films it knows
 * the digest alone.
 */
final class FakeMatcher implements Matcher {
  private static final String FEATURES = "FEATURES";

  private final Map<String, Opinion> bank = new ConcurrentHashMap<>();
  private final AtomicInteger checkpoint = new AtomicInteger();
  private final AtomicInteger mediaCheckpoint = new AtomicInteger();
  private final Set<String> seenOnly = ConcurrentHashMap.newKeySet();
  final AtomicInteger scans = new AtomicInteger();
  volatile boolean ready = true;

  void bank(String content) {
    bank.put(content, Opinion.VIOLATING);
    checkpoint.incrementAndGet();
  }

  /** Banks what is found in the media, not by the signals that a scan gives back. */
  void bankFeatures(String content) {
    seenOnly.add(content);
    mediaCheckpoint.set(checkpoint.incrementAndGet());
  }

  void withdraw(String content) {
    bank.remove(content);
    seenOnly.remove(content);
    checkpoint.incrementAndGet();
  }

  @Override
  public CompletionStage<Scan> scan(Path media) {
    scans.incrementAndGet();
    List<Signal> signals = List.of(Signal.exact(Signal.SHA256, content(media)));
    List<Signal> all =
        seenOnly.contains(content(media))
            ? List.of(Signal.exact(FEATURES, content(media)))
            : signals;
    return match(all).thenApply(result -> new Scan(seen(content(media), result), signals));
  }

  private static MatchResult seen(String content, MatchResult result) {
    return content.startsWith("film") && result instanceof MatchResult.NoMatch
        ? new MatchResult.Unscannable("video is not supported yet")
        : result;
  }

  @Override
  public CompletionStage<MatchResult> match(List<Signal> signals) {
    if (!ready) {
      return CompletableFuture.failedFuture(new IndexNotReadyException(Duration.ofSeconds(1)));
    }
    String now = Integer.toString(checkpoint.get());
    List<Match> matches =
        signals.stream()
            .filter(signal -> bank.containsKey(signal.value()) || signal.type().equals(FEATURES))
            .map(
                signal ->
                    new Match(
                        "bank",
                        "entry-" + signal.value(),
                        bank.getOrDefault(signal.value(), Opinion.VIOLATING),
                        signal.type(),
                        0,
                        100,
                        "none",
                        1,
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))
            .toList();
    MatchResult result =
        matches.isEmpty()
            ? new MatchResult.NoMatch(now, List.of())
            : new MatchResult.Matched(matches, now);
    return CompletableFuture.completedFuture(result);
  }

  @Override
  public CompletionStage<Hashes> hash(Path media) {
    return CompletableFuture.completedFuture(
        new Hashes(List.of(Signal.exact(Signal.SHA256, content(media))), Optional.empty()));
  }

  @Override
  public CompletionStage<Optional<byte[]>> preview(Path media) {
    return CompletableFuture.completedFuture(Optional.empty());
  }

  @Override
  public CompletionStage<Status> status() {
    return CompletableFuture.completedFuture(
        new Status(
            ready,
            bank.size(),
            Integer.toString(checkpoint.get()),
            Integer.toString(mediaCheckpoint.get())));
  }

  @Override
  public void close() {}

  private static String content(Path media) {
    try {
      return Files.readString(media);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

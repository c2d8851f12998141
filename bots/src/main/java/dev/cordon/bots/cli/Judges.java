package dev.cordon.bots.cli;

import dev.cordon.bots.evaluate.Copies;
import dev.cordon.bots.evaluate.Enrolled;
import dev.cordon.bots.evaluate.Recorder;
import dev.cordon.bots.evaluate.Referee;
import dev.cordon.bots.evaluate.Report;
import dev.cordon.matcher.LocalMatcher;
import dev.cordon.matcher.Signal;
import dev.cordon.matcher.audio.AudioOdds;
import dev.cordon.matcher.bank.Bank;
import dev.cordon.matcher.decode.Fingerprinter;
import dev.cordon.matcher.local.LocalOdds;
import dev.cordon.matcher.signal.SignalType;
import dev.cordon.matcher.video.VideoOdds;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The matchers of an evaluation, each over a bank of its own. */
final class Judges implements AutoCloseable {
  private static final String BANK = "evaluate";

  private final Closing closing = new Closing();
  private final Fingerprinter decoders;
  private final Bank bank;
  private final Path scratch;

  /**
   * @param thresholds those that are not as usual
   * @param scratch a folder that is made and removed again
   */
  Judges(Fingerprinter decoders, Map<String, Integer> thresholds, Path scratch) {
    this.decoders = decoders;
    this.bank = new Bank(BANK, "", true, thresholds, "");
    this.scratch = closing.add(new ScratchFolder(scratch)).path();
  }

  /** One who knows what was enrolled. */
  Referee referee(Enrolled enrolled, Copies copies) {
    Recorder recorder = new Recorder(decoders);
    LocalMatcher matcher = matcher(recorder, enrolled, bank);
    return enrolled.graded()
        ? new Referee(
            copies,
            enrolled,
            recorder,
            matcher,
            Optional.of(matcher(decoders, enrolled, loosest())),
            scratch)
        : new Referee(copies, enrolled, recorder, matcher, Optional.empty(), scratch);
  }

  private LocalMatcher matcher(Fingerprinter eyes, Enrolled enrolled, Bank of) {
    StillFeed feed = new StillFeed(of, enrolled.entries(BANK));
    LocalMatcher matcher =
        closing.add(new LocalMatcher(eyes, feed, Clock.systemUTC(), new SimpleMeterRegistry()));
    matcher.start().toCompletableFuture().join();
    return matcher;
  }

  /** So that distances are known beyond the thresholds. */
  private static Bank loosest() {
    Map<String, Integer> thresholds = thresholds(Map.of());
    thresholds.remove(Signal.PDQ);
    thresholds.replaceAll((type, usual) -> Report.LOOSEST);
    return new Bank(BANK, "", true, thresholds, "");
  }

  /** The thresholds that are in force, by signal type. */
  static Map<String, Integer> thresholds(Map<String, Integer> unusual) {
    Map<String, Integer> thresholds =
        installed()
            .collect(
                Collectors.toMap(
                    SignalType::name, SignalType::defaultThreshold, (a, b) -> a, TreeMap::new));
    thresholds.put(Signal.LOCAL_FEATURES, LocalOdds.THRESHOLD);
    thresholds.put(Signal.AUDIO, AudioOdds.THRESHOLD);
    thresholds.put(Signal.VIDEO, VideoOdds.THRESHOLD);
    thresholds.putAll(unusual);
    return thresholds;
  }

  private static Stream<SignalType> installed() {
    return ServiceLoader.load(SignalType.class).stream().map(ServiceLoader.Provider::get);
  }

  @Override
  public void close() {
    closing.close();
  }
}

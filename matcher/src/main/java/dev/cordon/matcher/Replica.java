package dev.cordon.matcher;

import dev.cordon.matcher.Matcher.Status;
import dev.cordon.matcher.audio.AudioBank;
import dev.cordon.matcher.audio.AudioOdds;
import dev.cordon.matcher.audio.Passage;
import dev.cordon.matcher.bank.Bank;
import dev.cordon.matcher.bank.BankFeed.Changes;
import dev.cordon.matcher.bank.IndexedEntry;
import dev.cordon.matcher.bank.Ulid;
import dev.cordon.matcher.index.ExactIndex;
import dev.cordon.matcher.index.HammingIndex;
import dev.cordon.matcher.index.HammingIndex.Hits;
import dev.cordon.matcher.index.MultiIndexHamming;
import dev.cordon.matcher.local.LocalBank;
import dev.cordon.matcher.local.LocalOdds;
import dev.cordon.matcher.local.Sighting;
import dev.cordon.matcher.pdq.PdqHash;
import dev.cordon.matcher.pdq.PdqOdds;
import dev.cordon.matcher.signal.Depth;
import dev.cordon.matcher.signal.SignalType;
import dev.cordon.matcher.signal.Signals;
import dev.cordon.matcher.video.Scene;
import dev.cordon.matcher.video.VideoBank;
import dev.cordon.matcher.video.VideoOdds;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All banks in the memory of one matcher, as of a checkpoint. Any number read at the same time, and
 * each sees every change as a whole; {@link Loader} makes the first state.
 */
final class Replica {
  private static final Logger LOG = LoggerFactory.getLogger(Replica.class);

  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final BankRows banks = new BankRows();
  private final EntryRows rows = new EntryRows();
  private final ExactIndex exact = new ExactIndex();
  private final Map<String, LinearSignals> linear = new HashMap<>();
  private final LocalBank local;
  private final AudioBank audio = new AudioBank();
  private final VideoBank video;

  /** Null while loading, when a builder takes the signals. */
  private @Nullable HammingIndex pdq;

  private String checkpoint = "";
  private String mediaCheckpoint = "";

  /** Types that some entry had since this replica was loaded. */
  private final Set<String> held = new HashSet<>();

  /** Whether the changes being applied are the last that need the media. */
  private boolean mediaNeeded;

  private Replica(List<SignalType> types, Executor merger) {
    local = new LocalBank(merger);
    video = new VideoBank(merger);
    types.stream()
        .filter(type -> !type.name().equals(Signal.PDQ))
        .forEach(type -> linear.put(type.name(), new LinearSignals(type)));
  }

  /** Takes a snapshot and makes a replica of it. */
  static final class Loader {
    private final Replica replica;
    private final Executor merger;
    private final MultiIndexHamming.Builder pdq = MultiIndexHamming.builder();

    /**
     * @param types signal types that are compared one by one; PDQ has its index
     * @param merger runs the indexes' merges
     */
    Loader(List<SignalType> types, Executor merger) {
      this.merger = merger;
      replica = new Replica(types, merger);
    }

    void put(Bank bank) {
      replica.banks.put(bank.name(), bank);
    }

    void put(IndexedEntry entry) {
      replica.put(entry, pdq::add);
    }

    /** Counts entries of a bank that are not loaded: the odds of a match depend on how many. */
    void countOthers(String bank, long entries) {
      replica.rows.countOthers(replica.banks.number(bank), entries);
    }

    Replica build(String checkpoint) {
      replica.checkpoint = checkpoint;
      replica.mediaCheckpoint = checkpoint;
      replica.pdq = pdq.build(merger);
      return replica;
    }
  }

  private interface PdqTarget {
    Object add(int row, long[] signal);
  }

  /** Brings the replica to the checkpoint of the changes. */
  void apply(Changes changes) {
    lock.writeLock().lock();
    try {
      mediaNeeded = !changes.banks().isEmpty();
      changes.banks().forEach((name, bank) -> banks.put(name, bank.orElse(null)));
      changes.entries().forEach((id, entry) -> apply(Ulid.parse(id), entry.orElse(null)));
      checkpoint = changes.checkpoint();
      mediaCheckpoint = mediaNeeded ? checkpoint : mediaCheckpoint;
    } finally {
      lock.writeLock().unlock();
    }
  }

  private void apply(Ulid id, @Nullable IndexedEntry entry) {
    int row = rows.find(id);
    if (row >= 0) {
      pdq().remove(row);
      exact.remove(row);
      local.remove(row);
      audio.remove(row);
      video.remove(row);
      linear.values().forEach(signals -> signals.remove(row));
    }
    if (entry != null) {
      put(entry, this::addToIndex);
    } else if (row >= 0) {
      rows.release(row);
    }
  }

  private boolean addToIndex(int row, long[] signal) {
    pdq().add(row, signal);
    return true;
  }

  private HammingIndex pdq() {
    if (pdq == null) {
      throw new IllegalStateException("The replica is still loading");
    }
    return pdq;
  }

  private void put(IndexedEntry entry, PdqTarget target) {
    int quality = 100;
    for (Signal signal : entry.signals()) {
      if (signal.type().equals(Signal.PDQ) && !isTooPlain(entry, signal)) {
        quality = Math.min(quality, signal.quality());
      }
    }
    int bank = banks.number(entry.bank());
    int row = rows.put(entry.id(), bank, entry.opinion(), quality, entry.untilMillis());
    for (Signal signal : entry.signals()) {
      if (!isTooPlain(entry, signal)) {
        put(row, signal, entry.id(), target);
      }
    }
  }

  /**
   * Black frames, flat backgrounds and blank pages are all alike to PDQ: it would take each for any
   * other. To let them pass is no harm.
   */
  private static boolean isTooPlain(IndexedEntry entry, Signal signal) {
    return PdqOdds.tooPlain(signal) && entry.opinion() != Opinion.ALLOWED;
  }

  /** An entry that cannot be read must not keep all others from matching. */
  private void put(int row, Signal signal, Ulid id, PdqTarget target) {
    LinearSignals compared = linear.get(signal.type());
    mediaNeeded |= held.add(signal.type()) || !isRemembered(signal.type());
    try {
      if (signal.type().equals(Signal.PDQ)) {
        target.add(row, PdqHash.parse(signal.value()).toLongs());
      } else if (signal.type().equals(Signal.LOCAL_FEATURES)) {
        local.add(row, signal.value());
      } else if (signal.type().equals(Signal.AUDIO)) {
        audio.add(row, signal.value());
      } else if (signal.type().equals(Signal.VIDEO)) {
        video.add(row, signal.value());
      } else if (compared != null) {
        compared.add(row, signal.value());
      } else {
        exact.add(row, signal.type(), signal.value());
      }
    } catch (IllegalArgumentException e) {
      LOG.error("Entry {} has a malformed signal and does not match by it: {}", id, e.getMessage());
    }
  }

  /** Whether what a query needs to be compared by such a signal is kept with its verdict. */
  private boolean isRemembered(String type) {
    return !Signals.TIMED.contains(type) && !foundAt(type).contains(Depth.FEATURES);
  }

  /** Runs something that sees one state of the replica. */
  <T> T read(Supplier<T> reader) {
    lock.readLock().lock();
    try {
      return reader.get();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** The last change that it holds. */
  String checkpoint() {
    return read(() -> checkpoint);
  }

  int size() {
    return read(rows::size);
  }

  Status status() {
    return read(() -> new Status(true, rows.size(), checkpoint, mediaCheckpoint));
  }

  /**
   * Whether signals of that depth can match anything.
   *
   * @param picture whether they may be of a picture
   * @param film whether they may be of a film
   */
  boolean finds(Depth depth, boolean picture, boolean film) {
    return read(
        () ->
            held.stream()
                .filter(type -> Signals.TIMED.contains(type) ? film : picture)
                .anyMatch(type -> foundAt(type).contains(depth)));
  }

  /** The depths at which entries are found by their signal of a type. */
  private Set<Depth> foundAt(String type) {
    LinearSignals compared = linear.get(type);
    return switch (type) {
      case Signal.PDQ -> Set.of(Depth.WHOLE, Depth.PARTS);
      case Signals.URL -> Set.of(Depth.CODES);
      case Signal.LOCAL_FEATURES -> Set.of(Depth.FEATURES);
      case Signal.VIDEO -> Set.of(Depth.WHOLE, Depth.FEATURES);
      default -> Set.of(compared == null ? Depth.WHOLE : compared.depth());
    };
  }

  /** Entries as the rows that searches report; only inside {@link #read}. */
  EntryRows rows() {
    return rows;
  }

  /** Only inside {@link #read}. */
  BankRows banks() {
    return banks;
  }

  /** Reports the rows whose signal, other than PDQ, may be near; only inside {@link #read}. */
  void search(Signal signal, Hits hits) {
    LinearSignals compared = linear.get(signal.type());
    if (compared != null) {
      compared.search(signal.value(), hits);
    } else {
      exact.search(signal.type(), signal.value(), row -> hits.hit(row, 0));
    }
  }

  /** Reports the rows whose PDQ hash may be near enough; only inside {@link #read}. */
  void search(PdqHash hash, Hits hits) {
    int radius = banks.widestThreshold(Signal.PDQ, Bank.MAX_PDQ_DISTANCE);
    if (radius >= 0) {
      pdq().search(hash.toLongs(), radius, hits);
    }
  }

  /** The chance that an unrelated signal is so near; 0 for types that match only when equal. */
  double chance(String type, int distance, int quality) {
    LinearSignals compared = linear.get(type);
    if (type.equals(Signal.PDQ)) {
      return PdqOdds.chance(distance, quality);
    } else if (type.equals(Signal.LOCAL_FEATURES)) {
      return LocalOdds.chance(distance);
    } else if (type.equals(Signal.AUDIO)) {
      return AudioOdds.chance(distance);
    } else if (type.equals(Signal.VIDEO)) {
      return VideoOdds.chance(distance);
    }
    return compared == null ? 0 : compared.chance(distance, quality);
  }

  /** The entries whose picture a query's local features show; only inside {@link #read}. */
  List<Sighting> sightings(String query) {
    return local.search(query);
  }

  /** The stretches of entries that a query's sound is; only inside {@link #read}. */
  List<Passage> passages(String query) {
    return audio.search(query);
  }

  /** The stretches of entries that a query's film shows; only inside {@link #read}. */
  List<Scene> scenes(String query) {
    return video.search(query);
  }

  /** As {@link #scenes}, of a film that was looked at closely; only inside {@link #read}. */
  List<Scene> scenesClosely(String query) {
    return video.searchClosely(query);
  }

  /** The greatest distance that matches in a bank; 0 for types that match only when equal. */
  int threshold(Bank bank, String type) {
    LinearSignals compared = linear.get(type);
    int byDefault =
        switch (type) {
          case Signal.PDQ -> Bank.MAX_PDQ_DISTANCE;
          case Signal.LOCAL_FEATURES -> LocalOdds.THRESHOLD;
          case Signal.AUDIO -> AudioOdds.THRESHOLD;
          case Signal.VIDEO -> VideoOdds.THRESHOLD;
          default -> compared == null ? 0 : compared.defaultThreshold();
        };
    return bank.thresholds().getOrDefault(type, byDefault);
  }
}

package dev.cordon.bots.cli;

import dev.cordon.config.Settings;
import dev.cordon.matcher.Opinion;
import dev.cordon.matcher.Signal;
import dev.cordon.matcher.bank.BankEntry;
import dev.cordon.matcher.bank.BankStore;
import dev.cordon.matcher.decode.Fingerprinter;
import dev.cordon.matcher.signal.Signals;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cordon bank add}: enrols files and links. */
@Command(
    mixinStandardHelpOptions = true,
    name = "add",
    description = {
      "Enrols files, everything in folders, links or signals. Prints a line for each: its id and its "
          + "name. What is in the bank already (same SHA-256, link or signal) is noticed and not added again.",
      ""
    })
final class BankAddCommand implements Callable<Integer> {
  @Mixin private CommonOptions options = new CommonOptions();

  @Parameters(index = "0", paramLabel = "NAME", description = "The bank.")
  private String bank = "";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "PATH",
      description = "Files and folders.")
  private List<Path> paths = List.of();

  @Option(names = "--link", paramLabel = "URL", description = "A link; may be given again.")
  private List<String> links = List.of();

  @Option(
      names = "--signal",
      paramLabel = "TYPE:VALUE",
      description =
          "A fingerprint from elsewhere, such as PDQ:<64 hex digits>; may be given again.")
  private List<String> signals = List.of();

  @Option(names = "--label", paramLabel = "WORD", description = "A label; may be given again.")
  private Set<String> labels = Set.of();

  @Option(
      names = "--source",
      paramLabel = "TEXT",
      description = "Who says so; the file's name unless set.")
  private @Nullable String source;

  @Option(names = "--note", paramLabel = "TEXT", description = "For reviewers.")
  private String note = "";

  @Option(
      names = "--opinion",
      paramLabel = "OPINION",
      defaultValue = "violating",
      description =
          "violating, allowed (wins over violating entries) or disputed (is only escalated).")
  private Opinion opinion = Opinion.VIOLATING;

  @Option(
      names = "--expires",
      paramLabel = "TIME",
      converter = Times.class,
      description = "When it is removed: 12h, 30d, 2027-01-31.")
  private @Nullable Instant expires;

  @Option(
      names = "--enabled-until",
      paramLabel = "TIME",
      converter = Times.class,
      description = "When it stops to match and is kept.")
  private @Nullable Instant enabledUntil;

  @Override
  public Integer call() {
    Settings settings = options.load().settings();
    if (paths.isEmpty() && links.isEmpty() && signals.isEmpty()) {
      throw Refusal.usage("nothing to add; name files, folders, --link or --signal");
    }
    return BankWork.with(settings, work -> add(settings, work));
  }

  private int add(Settings settings, BankWork work) {
    work.bank(bank);
    Batch batch = new Batch(work);
    links.forEach(link -> batch.add(link, List.of(Signal.exact(Signals.URL, link))));
    signals.forEach(signal -> batch.add(signal, List.of(signal(signal))));
    int problems = paths.isEmpty() ? 0 : addFiles(settings, batch);
    batch.flush();
    if (batch.added > 0) {
      work.record("bank-add", bank, Map.of("entries", Integer.toString(batch.added)));
    }
    System.err.printf(
        "cordon: %d added to %s, %d there already, %d with problems%n",
        batch.added, bank, batch.duplicates, problems);
    return problems == 0 ? Exit.OK : Exit.FINDINGS;
  }

  private int addFiles(Settings settings, Batch batch) {
    List<Path> files = MediaFiles.under(paths);
    List<String> problems = new ArrayList<>();
    try (Plugins plugins = new Plugins(settings.pluginFolders());
        Fingerprinter decoders = Decoders.started(settings, plugins);
        Progress progress = new Progress("Enrolled", files.size())) {
      new Enrolment(decoders, settings.matcher().workersOrCores())
          .signals(
              files,
              hashed -> {
                hashed.remark().ifPresent(problems::add);
                hashed.remark().ifPresent(progress::remark);
                if (opinion != Opinion.ALLOWED) {
                  hashed.plain().ifPresent(progress::remark);
                }
                if (!hashed.signals().isEmpty()) {
                  batch.add(hashed.file().toString(), hashed.signals());
                }
                progress.step();
              });
    }
    return problems.size();
  }

  private static Signal signal(String text) {
    int colon = text.indexOf(':');
    if (colon < 1) {
      throw Refusal.usage("--signal must be TYPE:VALUE, was \"" + text + "\"");
    }
    return Signals.canonical(Signal.exact(text.substring(0, colon), text.substring(colon + 1)));
  }

  /** Adds many at once and knows what is in the bank already. */
  private final class Batch {
    private final BankStore banks;
    private final BankWork work;
    private final Map<String, String> known = new HashMap<>();
    private final List<BankEntry> waiting = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private int added;
    private int duplicates;

    Batch(BankWork work) {
      this.work = work;
      this.banks = work.banks();
      banks.forEach(bank, this::remember).toCompletableFuture().join();
    }

    /** A disabled entry, or one of another opinion, does not stand for what is added now. */
    private void remember(BankEntry entry) {
      if (entry.opinion() == opinion && entry.active(Instant.now())) {
        known.put(identity(entry.signals()), entry.id());
      }
    }

    void add(String name, List<Signal> found) {
      List<Signal> kept = Signals.kept(found);
      String id = banks.newId();
      String before = known.putIfAbsent(identity(kept), id);
      if (before != null) {
        duplicates++;
        work.say(before + "  " + name + "  (there already)");
        return;
      }
      waiting.add(entry(id, name, kept));
      names.add(name);
      if (waiting.size() == BankStore.MAX_CHANGE / 10) {
        flush();
      }
    }

    void flush() {
      if (waiting.isEmpty()) {
        return;
      }
      banks.put(waiting).toCompletableFuture().join();
      for (int i = 0; i < waiting.size(); i++) {
        work.say(waiting.get(i).id() + "  " + names.get(i));
      }
      added += waiting.size();
      waiting.clear();
      names.clear();
    }

    /** What makes two entries the same: the first signal, which for files is their SHA-256. */
    private String identity(List<Signal> kept) {
      return kept.stream()
          .filter(signal -> signal.type().equals(Signal.SHA256))
          .findFirst()
          .orElse(kept.get(0))
          .toString();
    }

    private BankEntry entry(String id, String name, List<Signal> kept) {
      return new BankEntry(
          id,
          bank,
          kept,
          opinion,
          labels,
          source == null ? name : source,
          note,
          Instant.now(),
          Optional.ofNullable(expires),
          Optional.ofNullable(enabledUntil));
    }
  }
}

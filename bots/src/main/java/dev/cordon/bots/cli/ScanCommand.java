package dev.cordon.bots.cli;

import dev.cordon.config.Settings;
import dev.cordon.matcher.LocalMatcher;
import dev.cordon.matcher.MatchResult;
import dev.cordon.matcher.Matcher;
import dev.cordon.matcher.MatcherUnavailableException;
import dev.cordon.matcher.decode.Fingerprinter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cordon scan}: judges files against a folder or a bank. */
@Command(
    mixinStandardHelpOptions = true,
    name = "scan",
    description = {
      "Judges every file against the media in a folder, or against a bank.",
      "",
      "One line a file, the best match only. TSV columns, after a header line: path, verdict (match, "
          + "no-match, unscannable), entry (the bank file's path relative to DIR, or the entry's id), "
          + "signal, distance, segment (seconds, start-end@entrystart-entryend), millis; - where a "
          + "column does not apply. Why a file is unscannable is told on standard error.",
      ""
    })
final class ScanCommand implements Callable<Integer> {
  @Mixin private CommonOptions options = new CommonOptions();

  @ArgGroup(multiplicity = "1")
  private Against against = new Against();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "table, tsv or jsonl; table unless set.")
  private RowFormat format = RowFormat.TABLE;

  @Option(names = "--all", description = "Every match of a file, nearest first, one line each.")
  private boolean all;

  @Option(
      names = "--exit-code",
      description = "Exit with 1 when anything matches; otherwise 0 whatever was found.")
  private boolean exitCode;

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files and folders.")
  private List<Path> paths = List.of();

  private int matches;

  /** What to judge against. */
  static final class Against {
    @Option(
        names = "--bank-dir",
        paramLabel = "DIR",
        description = "A folder of known media, enrolled into a bank for this run only.")
    private @Nullable Path folder;

    @Option(names = "--bank", paramLabel = "NAME", description = "A bank.")
    private @Nullable String bank;
  }

  @Override
  public Integer call() {
    Settings settings = options.load().settings();
    Logging.command(settings.log());
    try (Plugins plugins = new Plugins(settings.pluginFolders());
        Fingerprinter decoders = Decoders.started(settings, plugins)) {
      int threads = settings.matcher().workersOrCores();
      Known known = known(settings, new Enrolment(decoders, threads));
      return plugins.inSight(() -> judge(known, decoders, threads));
    }
  }

  private Known known(Settings settings, Enrolment enrolment) {
    if (against.folder != null) {
      return Known.inFolder(against.folder, enrolment);
    }
    return Known.inBank(String.valueOf(against.bank), settings);
  }

  private int judge(Known known, Fingerprinter decoders, int threads) {
    var meters = new SimpleMeterRegistry();
    try (var matcher = new LocalMatcher(decoders, known.feed(), Clock.systemUTC(), meters)) {
      matcher.start().toCompletableFuture().join();
      judge(known, matcher, threads);
    }
    return exitCode && matches > 0 ? Exit.FINDINGS : Exit.OK;
  }

  private void judge(Known known, Matcher matcher, int threads) {
    List<Path> files = MediaFiles.under(paths);
    PrintStream out = output();
    if (!format.header().isEmpty()) {
      out.println(format.header());
    }
    try (Progress progress = new Progress("Judged", files.size())) {
      Parallel.each(
          files, threads, file -> rows(known, matcher, file), rows -> print(rows, out, progress));
    }
    out.flush();
  }

  private static List<Row> rows(Known known, Matcher matcher, Path file) {
    long begin = System.nanoTime();
    try {
      MatchResult result =
          MediaFiles.problem(file)
              .<MatchResult>map(MatchResult.Unscannable::new)
              .orElseGet(() -> matcher.scan(file).toCompletableFuture().join().result());
      return Row.of(file, result, millisSince(begin), known::name);
    } catch (CompletionException e) {
      Throwable cause = Failures.cause(e);
      if (cause instanceof MatcherUnavailableException unavailable) {
        throw unavailable;
      }
      return List.of(Row.unscannable(file, Failures.line(cause), millisSince(begin)));
    }
  }

  private void print(List<Row> rows, PrintStream out, Progress progress) {
    for (Row row : all ? rows : rows.subList(0, 1)) {
      row.reason().ifPresent(reason -> progress.remark(row.path() + ": unscannable: " + reason));
      out.println(format.line(row));
    }
    matches += rows.get(0).match().isPresent() ? 1 : 0;
    progress.step();
  }

  /** Buffered, since there is a line a file and standard output flushes at each. */
  private static PrintStream output() {
    var buffer = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 13);
    return new PrintStream(buffer, false, StandardCharsets.UTF_8);
  }

  private static long millisSince(long begin) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
  }
}

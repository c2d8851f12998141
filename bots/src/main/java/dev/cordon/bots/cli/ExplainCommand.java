package dev.cordon.bots.cli;

import dev.cordon.bots.explain.Drawing;
import dev.cordon.bots.explain.Exhibit;
import dev.cordon.bots.explain.Fact;
import dev.cordon.bots.explain.Names;
import dev.cordon.bots.explain.TimeWords;
import dev.cordon.bots.explain.Words;
import dev.cordon.config.Settings;
import dev.cordon.matcher.Explainer;
import dev.cordon.matcher.Explanation;
import dev.cordon.matcher.Match;
import dev.cordon.matcher.Signal;
import dev.cordon.matcher.decode.Fingerprinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cordon explain}: why a file matches an entry, as a picture for people. */
@Command(
    mixinStandardHelpOptions = true,
    name = "explain",
    description = {
      "Draws why a file matches an entry: what matched, how near, and where in both pictures; of films "
          + "and sound which seconds of both, with frames or spectrograms.",
      "",
      "A bank keeps fingerprints, not media: without the reference at hand the entry is drawn as its "
          + "edges and spots, or as its spectral peaks. The file is judged against this entry alone. "
          + "Exits with 1 when the file does not match it; the drawing then says how far it is.",
      ""
    })
final class ExplainCommand implements Callable<Integer> {
  @Mixin private CommonOptions options = new CommonOptions();

  @Parameters(index = "0", paramLabel = "FILE", description = "The file that was judged.")
  private Path file = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "ENTRY",
      description =
          "An entry's id; with --bank-dir a file's path relative to it; or any media file.")
  private String entry = "";

  @ArgGroup private @Nullable In in;

  @Option(
      names = "--reference",
      paramLabel = "MEDIA",
      description = "The entry's media, to be shown; it has to be what was enrolled.")
  private @Nullable Path reference;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE.png",
      description = "Where the drawing goes; the file's name with .explain.png unless set.")
  private @Nullable Path output;

  @Option(
      names = "--blur",
      description = "Shows pictures and frames grey and blurred, as moderators get them.")
  private boolean blur;

  /** Where the entry is. */
  static final class In {
    @Option(names = "--bank-dir", paramLabel = "DIR", description = "A folder of known media.")
    private @Nullable Path folder;

    @Option(
        names = "--bank",
        paramLabel = "NAME",
        description = "The entry's bank; searched in all of them unless set.")
    private @Nullable String bank;
  }

  @Override
  public Integer call() throws IOException {
    System.setProperty("java.awt.headless", "true");
    Settings settings = options.load().settings();
    Logging.command(settings.log());
    readable(file);
    Path target = target();
    try (Plugins plugins = new Plugins(settings.pluginFolders());
        Fingerprinter decoders = Decoders.open(settings, plugins, 1)) {
      KnownEntry known = known(settings, new Enrolment(decoders, 1));
      return plugins.inSight(() -> explain(known, decoders, target));
    }
  }

  private static void readable(Path picture) {
    MediaFiles.problem(picture)
        .ifPresent(
            problem -> {
              throw Refusal.usage(Names.safe(picture.toString()) + ": " + problem);
            });
  }

  private Path target() {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    Path target =
        output != null
            ? output
            : Path.of((dot > 0 ? name.substring(0, dot) : name) + ".explain.png");
    if (Files.exists(target)) {
      overwriting(target)
          .ifPresent(
              what -> {
                throw Refusal.usage("--output " + target + " is " + what + "; name another");
              });
    }
    return target;
  }

  /** What a drawing must not replace. */
  private Optional<String> overwriting(Path target) {
    if (same(target, file)) {
      return Optional.of("the file itself");
    }
    if (reference != null && same(target, reference)) {
      return Optional.of("the --reference picture");
    }
    if (in == null && same(target, Path.of(entry))) {
      return Optional.of("the entry's picture");
    }
    return Optional.ofNullable(in)
        .map(where -> where.folder)
        .filter(folder -> MediaFiles.under(List.of(folder)).stream().anyMatch(f -> same(target, f)))
        .map(folder -> "a file of --bank-dir " + folder);
  }

  private static boolean same(Path one, Path other) {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException e) {
      return false;
    }
  }

  private KnownEntry known(Settings settings, Enrolment enrolment) {
    KnownEntry known;
    if (in != null && in.folder != null) {
      known = KnownEntry.inFolder(in.folder, entry, enrolment);
    } else if (in == null && Files.isRegularFile(Path.of(entry))) {
      known = KnownEntry.ofPicture(Path.of(entry), enrolment);
    } else {
      known = KnownEntry.inBank(entry, Optional.ofNullable(in).map(where -> where.bank), settings);
    }
    known.remarks().forEach(Main::tell);
    return known;
  }

  private int explain(KnownEntry found, Fingerprinter decoders, Path target) {
    Explainer explainer = new Explainer(decoders, Clock.systemUTC());
    KnownEntry known = reference == null ? found : found.with(checked(found, explainer, reference));
    Explanation why = explained(explainer, known, file);
    if (why.match().isEmpty() && why.problem().isPresent()) {
      Main.tell(Names.safe(file.toString()) + ": unscannable: " + why.problem().get());
      return Exit.FINDINGS;
    }
    Exhibit exhibit = new Exhibition(decoders, blur).of(file, known, why);
    print(exhibit);
    write(exhibit, target);
    return why.match().isPresent() ? Exit.OK : Exit.FINDINGS;
  }

  private static Explanation explained(Explainer explainer, KnownEntry known, Path picture) {
    return Base.join(explainer.explain(picture, known.bank(), known.entry(), known.entries()));
  }

  /** Points drawn on any other picture would say something false. */
  private static Path checked(KnownEntry known, Explainer explainer, Path picture) {
    readable(picture);
    boolean same = isWhole(explained(explainer, known, picture));
    if (!same) {
      throw Refusal.usage(
          "--reference "
              + picture
              + " is not the media of entry "
              + known.name()
              + "; leave it out to see what the bank keeps of it");
    }
    return picture;
  }

  private static boolean isWhole(Explanation why) {
    return why.match().filter(ExplainCommand::isWhole).isPresent() || TimeWords.isWhole(why);
  }

  private static boolean isWhole(Match match) {
    return switch (match.signal()) {
      case Signal.SHA256, Signal.MD5 -> true;
      case Signal.PDQ -> match.variant().equals("none") && match.region().isEmpty();
      default -> false;
    };
  }

  private void print(Exhibit exhibit) {
    System.out.println(Words.headline(exhibit.why()));
    String sentence = TimeWords.sentence(exhibit.why());
    if (!sentence.isEmpty()) {
      System.out.println(sentence);
    }
    line("file", file.toString(), Words.place(exhibit.why()));
    line("entry", exhibit.entry().name(), Words.entryPlace(exhibit.why()));
    for (Fact fact : Words.facts(exhibit)) {
      line(fact.label().toLowerCase(Locale.ROOT), fact.value(), fact.remark());
    }
  }

  private static void line(String label, String value, String remark) {
    String more = remark.isEmpty() ? "" : " (" + remark + ")";
    System.out.printf("%-25s %s%s%n", label, Names.safe(value), more);
  }

  private static void write(Exhibit exhibit, Path target) {
    if (!Drawing.hasWords()) {
      Main.tell("there is no font on this machine, so the drawing has no words; install one");
    }
    try {
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      ImageIO.write(Drawing.of(exhibit), "png", png);
      Files.write(target, png.toByteArray());
    } catch (IOException e) {
      throw Refusal.usage("the drawing cannot be written to " + target + ": " + Failures.line(e));
    }
    line("drawn", target.toString(), "");
  }
}

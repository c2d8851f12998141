package dev.cordon.bots.cli;

import dev.cordon.adapters.MessageRef;
import dev.cordon.bots.demo.Demonstration;
import dev.cordon.bots.escalation.Case;
import dev.cordon.config.Settings;
import dev.cordon.config.SettingsLoader;
import dev.cordon.matcher.Matcher;
import dev.cordon.matcher.Opinion;
import dev.cordon.matcher.Signal;
import dev.cordon.matcher.bank.Bank;
import dev.cordon.matcher.bank.BankEntry;
import dev.cordon.matcher.redis.BundledRedis;
import dev.cordon.matcher.signal.Links;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cordon demo}: the main job on a Telegram of its own. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Plays a channel, its group, a club and the moderators' chat on a Telegram of its own on "
          + "loopback, guarded by the real matcher, bot and Telegram adapter on the bundled Redis "
          + "(its data under <home>/demo, emptied each time).",
      "",
      "With --once it exits when the play is over: 0 only when every violating post was handled by "
          + "policy and no clean one was touched. Without, a page stays up where you can post "
          + "pictures of your own.",
      ""
    })
final class DemoCommand implements Callable<Integer> {
  private static final String BANK = "demo";
  private static final String KNOWN = "known";
  private static final int MOST_CASES = 10_000;

  @Mixin private CommonOptions options = new CommonOptions();

  @Option(names = "--once", description = "Exit when the play is over.")
  private boolean once;

  @Option(
      names = "--port",
      defaultValue = "0",
      description = "Where the sandbox and its page listen on loopback; a free port unless set.")
  private int port;

  @Override
  public Integer call() throws IOException {
    Settings usual = options.load().settings();
    Logging.service(new Settings.Log(Settings.Log.Format.TEXT, Settings.Log.Level.WARN));
    Path home = Files.createDirectories(usual.home().resolve("demo"));
    try (FileChannel channel = lockFile(home);
        FileLock lock = channel.tryLock()) {
      if (lock == null) {
        throw Refusal.usage("another demo runs in " + home + "; stop it first");
      }
      empty(home);
      return play(home);
    }
  }

  private int play(Path home) throws IOException {
    boolean coloured = System.console() != null && System.getenv("NO_COLOR") == null;
    try (Closing closing = new Closing()) {
      closing.add(() -> empty(home));
      Demonstration demo = closing.add(new Demonstration(port, System.out, coloured));
      URI page = demo.start();
      Deployment cordon = closing.add(guard(demo, home));
      enrol(demo, cordon, home);
      demo.play();
      boolean well = demo.settle(() -> escalated(cordon), () -> Base.join(cordon.idle()));
      return once ? verdict(well) : stay(page, home, closing);
    }
  }

  private static int verdict(boolean well) {
    System.out.println(
        well
            ? "\nEvery violating post was handled by policy and no clean one was touched."
            : "\nNot everything went as policy asks; see WRONG above.");
    return well ? Exit.OK : Exit.FINDINGS;
  }

  private static int stay(URI page, Path home, Closing closing) {
    System.out.printf(
        "%nThe sandbox stays up: %s/  (Ctrl-C ends it)%n"
            + "Post a picture of your own, or one of %s, edited as you like.%n",
        page, home.resolve(KNOWN));
    Forever.run(closing);
    return Exit.OK;
  }

  /** Settings of its own, and nothing from the environment: no real token gets in here. */
  private static Deployment guard(Demonstration demo, Path home) throws IOException {
    Path file = home.resolve("cordon.yaml");
    Files.writeString(file, demo.settings(home));
    return Deployment.start(
        new SettingsLoader(Optional.of(file), Map.of("TELEGRAM_BOT_TOKEN", demo.token())));
  }

  private static void enrol(Demonstration demo, Deployment cordon, Path home) throws IOException {
    Base.join(cordon.banks().put(Bank.named(BANK)));
    Path folder = Files.createDirectories(home.resolve(KNOWN));
    List<BankEntry> entries =
        demo.known().entrySet().stream()
            .map(photo -> hash(cordon.matcher(), folder, photo))
            .map(CompletableFuture::join)
            .map(hashed -> entry(cordon, hashed.name, hashed.signals))
            .toList();
    String link = Links.canonical(demo.bannedLink());
    BankEntry banned = entry(cordon, demo.bannedLink(), List.of(Signal.exact("URL", link)));
    Base.join(cordon.banks().put(Stream.concat(entries.stream(), Stream.of(banned)).toList()));
    System.out.printf(
        "Enrolled %d photographs and a link in bank \"%s\".%n%n", entries.size(), BANK);
  }

  private static CompletableFuture<Hashed> hash(
      Matcher matcher, Path folder, Map.Entry<String, byte[]> photo) {
    try {
      Path file = Files.write(folder.resolve(photo.getKey() + ".jpg"), photo.getValue());
      return matcher
          .hash(file)
          .thenApply(hashes -> new Hashed(photo.getKey(), hashes.signals()))
          .toCompletableFuture();
    } catch (IOException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static BankEntry entry(Deployment cordon, String source, List<Signal> signals) {
    return new BankEntry(
        cordon.banks().newId(),
        BANK,
        signals,
        Opinion.VIOLATING,
        Set.of(),
        source,
        "",
        Instant.now(),
        Optional.empty(),
        Optional.empty());
  }

  private static Set<MessageRef> escalated(Deployment cordon) {
    return Base.join(cordon.cases().open(MOST_CASES)).stream()
        .map(Case::message)
        .map(message -> message.ref())
        .collect(Collectors.toSet());
  }

  private static FileChannel lockFile(Path home) throws IOException {
    return FileChannel.open(
        home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static void empty(Path home) throws IOException {
    BundledRedis.stopLeftover(home.resolve("redis"));
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(home) && !file.equals(home.resolve("lock"))) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private record Hashed(String name, List<Signal> signals) {}
}

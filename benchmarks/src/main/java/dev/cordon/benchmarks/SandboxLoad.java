package dev.cordon.benchmarks;

import dev.cordon.adapters.telegram.sandbox.Author;
import dev.cordon.adapters.telegram.sandbox.Chat;
import dev.cordon.adapters.telegram.sandbox.Media;
import dev.cordon.adapters.telegram.sandbox.Message;
import dev.cordon.adapters.telegram.sandbox.Post;
import dev.cordon.adapters.telegram.sandbox.SandboxEvent;
import dev.cordon.adapters.telegram.sandbox.TelegramSandbox;
import dev.cordon.adapters.telegram.sandbox.User;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Posts pictures into the sandbox at a steady rate while {@code cordon run} guards it in a process
 * of its own, and prints each half minute the time from post to removal and the memory of Cordon's
 * processes. Every post is a new upload, so that every one is downloaded, decoded and matched; a
 * fifth is known. The first twenty seconds do not count. Usage: {@code SandboxLoad [seconds] [posts
 * a second]}.
 */
public final class SandboxLoad {
  private static final int KNOWN = 20;
  private static final int CLEAN = 80;
  private static final int KNOWN_SHARE = 5;
  private static final int REPORT_SECONDS = 30;
  private static final int WARM_UP_SECONDS = 20;

  private final int seconds;
  private final int rate;
  private final Random random = new Random(1);
  private final long[] times;
  private final LongAdder posted = new LongAdder();
  private final LongAdder violating = new LongAdder();
  private final LongAdder wronglyRemoved = new LongAdder();
  private final Set<Integer> cleanIds = ConcurrentHashMap.newKeySet();
  private int removed;

  private SandboxLoad(int seconds, int rate) {
    this.seconds = seconds;
    this.rate = rate;
    this.times = new long[(WARM_UP_SECONDS + seconds) * rate];
  }

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 600;
    int rate = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 50;
    new SandboxLoad(seconds, rate).run();
  }

  private void run() throws Exception {
    Path home = Files.createTempDirectory("cordon-load");
    List<byte[]> known = Stream.generate(this::picture).limit(KNOWN).toList();
    List<byte[]> clean = Stream.generate(this::picture).limit(CLEAN).toList();
    try (TelegramSandbox telegram =
        TelegramSandbox.builder().maxMessages(5000).maxFileBytes(64L << 20).build()) {
      telegram.start();
      User owner = telegram.people().person("Olga");
      Chat channel = telegram.people().channel("News", owner);
      telegram.people().promoteFully(channel, telegram.bot().user());
      telegram.onEvent(this::note);
      Files.writeString(home.resolve("cordon.yaml"), settings(home, telegram));
      enrol(home, known, telegram);
      Process cordon = start(home, telegram, "run");
      try {
        TimeUnit.SECONDS.sleep(15);
        post(telegram, channel, known, clean, cordon);
        TimeUnit.SECONDS.sleep(3);
        report(cordon);
        System.out.printf(
            "download queue %d; %d clean posts removed%n",
            telegram.bot().pendingUpdates(), wronglyRemoved.sum());
      } finally {
        cordon.destroy();
        cordon.waitFor(20, TimeUnit.SECONDS);
      }
    }
  }

  private void post(
      TelegramSandbox telegram,
      Chat channel,
      List<byte[]> known,
      List<byte[]> clean,
      Process cordon)
      throws Exception {
    long start = System.nanoTime();
    for (int i = 0; i < seconds * rate; i++) {
      boolean bad = i % KNOWN_SHARE == 0;
      List<byte[]> from = bad ? known : clean;
      Post post = Post.of(Media.photo(from.get(random.nextInt(from.size()))));
      Message message = telegram.posts().post(channel, Author.channel(channel), post);
      posted.increment();
      if (bad) {
        violating.increment();
      } else {
        cleanIds.add(message.id());
      }
      if (i % (rate * REPORT_SECONDS) == rate * REPORT_SECONDS - 1) {
        report(cordon);
      }
      long wait = start + (i + 1) * 1_000_000_000L / rate - System.nanoTime();
      TimeUnit.NANOSECONDS.sleep(Math.max(0, wait));
    }
  }

  private void forgetWarmUp() {
    synchronized (times) {
      removed = 0;
    }
    posted.reset();
    violating.reset();
  }

  private void note(SandboxEvent event) {
    if (event instanceof SandboxEvent.Removed gone) {
      synchronized (times) {
        times[removed++] = gone.removal().after().toNanos();
      }
      if (cleanIds.contains(gone.message().id())) {
        wronglyRemoved.increment();
      }
    }
  }

  private void report(Process cordon) throws IOException {
    long[] sorted;
    synchronized (times) {
      sorted = Arrays.copyOf(times, removed);
    }
    Arrays.sort(sorted);
    System.out.printf(
        Locale.ROOT,
        "posted %6d  known %5d  removed %5d  post to removal ms: p50 %4.0f p99 %4.0f max %5.0f  memory MB: %s%n",
        posted.sum(),
        violating.sum(),
        sorted.length,
        millis(sorted, 0.5),
        millis(sorted, 0.99),
        millis(sorted, 1),
        memory(cordon));
  }

  private static double millis(long[] sorted, double share) {
    int index = (int) Math.ceil(share * sorted.length) - 1;
    return sorted.length == 0 ? 0 : sorted[Math.max(0, index)] / 1e6;
  }

  /** Resident memory of the bot and of each of its children, from /proc. */
  private static String memory(Process cordon) throws IOException {
    StringBuilder all = new StringBuilder("bot " + resident(cordon.toHandle()));
    for (ProcessHandle child : cordon.descendants().toList()) {
      String command = child.info().command().orElse("");
      all.append(command.contains("redis") ? ", redis " : ", decoder ").append(resident(child));
    }
    return all.toString();
  }

  private static long resident(ProcessHandle process) throws IOException {
    Path status = Path.of("/proc/" + process.pid() + "/status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }

  private static void enrol(Path home, List<byte[]> known, TelegramSandbox telegram)
      throws Exception {
    Path folder = Files.createDirectories(home.resolve("known"));
    for (int i = 0; i < known.size(); i++) {
      Files.write(folder.resolve(i + ".jpg"), known.get(i));
    }
    start(home, telegram, "bank", "create", "known").waitFor();
    start(home, telegram, "bank", "add", "known", folder.toString()).waitFor();
  }

  private static Process start(Path home, TelegramSandbox telegram, String... arguments)
      throws IOException {
    String java = ProcessHandle.current().info().command().orElse("java");
    List<String> line =
        Stream.of(
                Stream.of(java, "-Xmx512m", "-XX:+UseSerialGC", "-cp"),
                Stream.of(System.getProperty("java.class.path"), "dev.cordon.bots.cli.Main"),
                Stream.of(arguments),
                Stream.of("--config", home.resolve("cordon.yaml").toString()))
            .flatMap(part -> part)
            .toList();
    ProcessBuilder builder = new ProcessBuilder(line).inheritIO();
    builder.environment().put("TELEGRAM_BOT_TOKEN", telegram.bot().token());
    return builder.start();
  }

  /** Removal without a notice a case: Telegram takes twenty of those a minute. */
  private static String settings(Path home, TelegramSandbox telegram) {
    return """
        home: "%s"
        platforms:
          telegram:
            settings: {api-url: "%s"}
        policies:
          default:
            mode: enforce
            bands: [{up-to: 20, do: [remove]}, {up-to: 31, do: [escalate]}]
        console: {listen: ""}
        """
        .formatted(home.resolve("home"), telegram.url());
  }

  /** A drawn landscape; each call another one. */
  private byte[] picture() {
    BufferedImage picture = new BufferedImage(1024, 768, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.setPaint(new GradientPaint(0, 0, colour(), random.nextInt(1024), 768, colour()));
    pen.fillRect(0, 0, 1024, 768);
    for (int i = 0; i < 60; i++) {
      pen.setColor(colour());
      pen.fillOval(
          random.nextInt(1024) - 100,
          random.nextInt(768) - 100,
          40 + random.nextInt(240),
          40 + random.nextInt(240));
    }
    pen.dispose();
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(picture, "jpeg", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Color colour() {
    return new Color(random.nextInt(1 << 24));
  }
}

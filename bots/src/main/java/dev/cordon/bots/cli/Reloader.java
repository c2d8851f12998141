package dev.cordon.bots.cli;

import dev.cordon.config.LoadedSettings;
import dev.cordon.config.SettingsException;
import dev.cordon.config.SettingsLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the settings again when their file changes, or when asked to, and hands them over when they
 * are fine. What is wrong with a bad file is logged and the settings in force stay.
 */
final class Reloader implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Reloader.class);
  private static final Pattern LIVE = Pattern.compile("(policies|chats|moderators|reports)\\..*");
  private static final long PERIOD_MILLIS = 500;

  private final SettingsLoader loader;
  private final Consumer<LoadedSettings> check;
  private final Consumer<LoadedSettings> apply;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "settings-reload");
            thread.setDaemon(true);
            return thread;
          });
  private LoadedSettings current;
  private String seen;

  /**
   * Watches; nothing happens before {@link #start}.
   *
   * @param check refuses settings by a {@link SettingsException}
   * @param apply puts settings in force
   */
  Reloader(
      SettingsLoader loader,
      LoadedSettings current,
      Consumer<LoadedSettings> check,
      Consumer<LoadedSettings> apply) {
    this.loader = loader;
    this.current = current;
    this.check = check;
    this.apply = apply;
    this.seen = state();
  }

  void start() {
    var unused =
        timer.scheduleWithFixedDelay(
            this::lookAgain, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    onHangUp();
  }

  /** SIGHUP asks for it too, where the system has such a signal. */
  private void onHangUp() {
    try {
      sun.misc.Signal.handle(new sun.misc.Signal("HUP"), signal -> timer.execute(this::reload));
    } catch (IllegalArgumentException e) {
      LOG.debug("No SIGHUP here: {}", e.getMessage());
    }
  }

  private void lookAgain() {
    String now = state();
    if (!now.equals(seen)) {
      seen = now;
      reload();
    }
  }

  /** Reads now. */
  synchronized void reload() {
    try {
      LoadedSettings next = loader.load();
      check.accept(next);
      List<String> changed = next.changedKeys(current);
      apply.accept(next);
      current = next;
      tell(changed);
    } catch (SettingsException e) {
      e.problems()
          .forEach(problem -> LOG.error("Settings refused, the old ones stay: {}", problem));
    } catch (RuntimeException e) {
      LOG.error(
          "Settings could not be read, the old ones stay: {}", Failures.line(Failures.cause(e)));
    }
  }

  private static void tell(List<String> changed) {
    changed.stream()
        .filter(key -> !LIVE.matcher(key).matches())
        .forEach(key -> LOG.warn("{} has changed and needs a restart", key));
    List<String> live = changed.stream().filter(key -> LIVE.matcher(key).matches()).toList();
    if (!live.isEmpty()) {
      LOG.info("Settings in force anew: {}", String.join(", ", live));
    }
  }

  /** What tells one state of the file from another without reading it. */
  private String state() {
    Optional<Path> file = loader.file();
    try {
      return file.isPresent()
          ? Files.getLastModifiedTime(file.get()) + "/" + Files.size(file.get())
          : "";
    } catch (IOException e) {
      // An editor may have it away for a moment; it is looked at again.
      return seen == null ? "" : seen;
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}

package dev.cordon.bots.cli;

import dev.cordon.config.MatcherSettings;
import dev.cordon.config.Settings;
import dev.cordon.matcher.decode.DecoderOptions;
import dev.cordon.matcher.decode.FfmpegProgram;
import dev.cordon.matcher.decode.WorkerPool;
import java.nio.file.Path;

/** The decoder workers that settings ask for. */
final class Decoders {
  private Decoders() {}

  /** A pool whose processes start all at once and now, for work that is there already. */
  static WorkerPool started(Settings settings, Plugins plugins) {
    return started(settings, plugins, settings.matcher().workersOrCores());
  }

  /** The same with so many processes. */
  static WorkerPool started(Settings settings, Plugins plugins, int workers) {
    WorkerPool pool = open(settings, plugins, workers);
    // What keeps one from starting is told by the file that needs it.
    var unused = pool.start();
    return pool;
  }

  /** A pool whose processes start when they are needed. */
  static WorkerPool open(Settings settings, Plugins plugins) {
    return open(settings, plugins, settings.matcher().workersOrCores());
  }

  /** The same with so many processes. */
  static WorkerPool open(Settings settings, Plugins plugins, int workers) {
    MatcherSettings matcher = settings.matcher();
    DecoderOptions usual = DecoderOptions.in(settings.home());
    return new WorkerPool(
        new DecoderOptions(
            workers,
            matcher.limits().bytes(),
            matcher.limits().pixels(),
            matcher.limits().time(),
            usual.heapMegabytes(),
            (int) (matcher.limits().memory() >> 20),
            plugins.jars(),
            usual.natives(),
            usual.scratch()));
  }

  /** The program that makes films and sounds. */
  static Path ffmpeg(Settings settings) {
    return FfmpegProgram.unpacked(DecoderOptions.in(settings.home()));
  }
}

package dev.cordon.matcher.decode;

import dev.cordon.matcher.decode.worker.DecoderWorker;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command line and environment of a worker. */
final class WorkerCommand {
  /** What the JVM exits with under {@code -XX:+ExitOnOutOfMemoryError}. */
  static final int OUT_OF_MEMORY = 3;

  private static final Path SHELL = Path.of("/bin/sh");

  private WorkerCommand() {}

  static ProcessBuilder of(DecoderOptions options) {
    String pixels = Long.toString(options.maxPixels());
    String millis = Long.toString(options.perItem().toMillis());
    return of(options, DecoderWorker.class, List.of(pixels, millis));
  }

  /** Another program of the worker's package, within the same bounds. */
  static ProcessBuilder of(DecoderOptions options, Class<?> main, List<String> arguments) {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(SHELL)) {
      command.addAll(limited(options));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvm(options));
    command.add(main.getName());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(options.scratch().toFile());
    environment(builder.environment(), options);
    return builder;
  }

  /** A shell that sets the limits and becomes what follows; systems without a limit go without. */
  private static List<String> limited(DecoderOptions options) {
    long kilobytes = options.memoryMegabytes() * 1024L;
    String limits = "ulimit -v " + kilobytes + " 2>/dev/null; ulimit -c 0 2>/dev/null; exec \"$@\"";
    return List.of(SHELL.toString(), "-c", limits, "decoder");
  }

  private static List<String> jvm(DecoderOptions options) {
    return List.of(
        "-Xmx" + options.heapMegabytes() + "m",
        "-XX:+UseSerialGC",
        "-Xshare:auto",
        "-XX:CompressedClassSpaceSize=64m",
        "-XX:ReservedCodeCacheSize=64m",
        "-XX:-UsePerfData",
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:+SuppressFatalErrorMessage",
        "-Djava.awt.headless=true",
        "-Djava.io.tmpdir=" + options.scratch(),
        "-Dorg.bytedeco.javacpp.cachedir=" + options.natives(),
        "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0",
        "-Dorg.bytedeco.javacpp.nopointergc=true",
        "-cp",
        classPath(options));
  }

  private static String classPath(DecoderOptions options) {
    return Stream.concat(
            Stream.of(System.getProperty("java.class.path")),
            options.plugins().stream().map(plugin -> plugin.toAbsolutePath().toString()))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Nothing of ours, where the tokens are; threads and memory kept small. */
  private static void environment(Map<String, String> environment, DecoderOptions options) {
    Optional<String> windows = Optional.ofNullable(environment.get("SystemRoot"));
    environment.clear();
    windows.ifPresent(root -> environment.put("SystemRoot", root));
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("MALLOC_ARENA_MAX", "2");
    environment.put("OMP_NUM_THREADS", "1");
    environment.put("OPENBLAS_NUM_THREADS", "1");
    environment.put("OPENCV_LOG_LEVEL", "SILENT");
    environment.put("OPENCV_IO_MAX_IMAGE_PIXELS", Long.toString(options.maxPixels()));
  }
}

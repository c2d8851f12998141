package dev.cordon.bots.evaluate.edits;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes films and sounds with the {@code ffmpeg} program, one thread a run. For any number of
 * threads.
 */
public final class Studio {
  private static final long MINUTES_A_RUN = 10;
  private static final Pattern LEVEL = Pattern.compile("mean_volume: (-?[\\d.]+) dB");

  /** What silence is held for, so that nothing is made endlessly loud or quiet for it. */
  private static final double QUIET = -60;

  private final Path program;
  private final Path scratch;
  private final Map<Path, Optional<Clip>> clips = new ConcurrentHashMap<>();

  /**
   * @param program the ffmpeg to run
   * @param scratch an existing folder for what is being made
   */
  public Studio(Path program, Path scratch) {
    this.program = program;
    this.scratch = scratch;
  }

  /** Whether a file is a film or a sound; empty when it is neither. */
  public Optional<MediaKind> kind(Path file) {
    return clips
        .computeIfAbsent(file, this::probe)
        .map(clip -> clip.hasPicture() ? MediaKind.VIDEO : MediaKind.AUDIO);
  }

  /** Whether anything is to be heard in a file. */
  public boolean hasSound(Path file) {
    return clips.computeIfAbsent(file, this::probe).map(Clip::hasSound).orElse(false);
  }

  /** How long a film or a sound is. */
  public double seconds(Path file) {
    return clip(file).seconds();
  }

  /**
   * What a file is like.
   *
   * @throws UncheckedIOException when it is neither film nor sound
   */
  Clip clip(Path file) {
    return clips
        .computeIfAbsent(file, this::probe)
        .orElseThrow(() -> refusal("cannot be edited: neither a film nor a sound"));
  }

  static UncheckedIOException refusal(String reason) {
    return new UncheckedIOException(reason, new IOException(reason));
  }

  private Optional<Clip> probe(Path file) {
    // It ends with a failure, as no output is named; what matters is said before.
    return Clip.parse(said(List.of("-i", file.toAbsolutePath().toString()), false));
  }

  /** A small JPEG of a film's middle, or of all of a sound as a spectrogram. */
  public byte[] still(Path file) {
    // Not asked of what is known already: scratch files come and go.
    Clip clip = probe(file).orElseThrow(() -> refusal("cannot be shown"));
    String input = file.toAbsolutePath().toString();
    String middle = Double.toString(Math.floor(clip.seconds() / 2));
    List<String> arguments =
        clip.hasPicture()
            ? List.of("-ss", middle, "-i", input, "-frames:v", "1", "-vf", "scale=260:-2")
            : List.of(
                "-i", input, "-frames:v", "1", "-lavfi", "showspectrumpic=s=260x140:legend=0");
    return made(arguments, "jpg");
  }

  /** How loud some seconds are on the average, in decibels below full scale. */
  double level(Path file, double start, double seconds) {
    String said =
        said(
            List.of(
                "-ss",
                start + "",
                "-t",
                seconds + "",
                "-i",
                file.toAbsolutePath().toString(),
                "-vn",
                "-map",
                "0:a:0",
                "-af",
                "volumedetect",
                "-f",
                "null",
                "-"),
            true);
    Matcher level = LEVEL.matcher(said);
    return level.find() ? Math.max(QUIET, Double.parseDouble(level.group(1))) : QUIET;
  }

  /** Runs it with arguments and the name of an output file behind them; gives what was written. */
  byte[] made(List<String> arguments, String extension) {
    Path file = scratchFile("." + extension);
    try {
      List<String> all = new ArrayList<>(arguments);
      all.addAll(List.of("-y", file.toString()));
      String said = said(all, true);
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length == 0) {
        throw new IOException("ffmpeg made nothing: " + lastLine(said));
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(String.valueOf(e.getMessage()), e);
    } finally {
      delete(file);
    }
  }

  /** A new, empty file, to be deleted by who asked. */
  Path scratchFile(String suffix) {
    try {
      return Files.createTempFile(scratch, "studio", suffix).toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write to " + scratch, e);
    }
  }

  void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + file, e);
    }
  }

  private String said(List<String> arguments, boolean checked) {
    List<String> command = new ArrayList<>(List.of(program.toString(), "-hide_banner", "-nostdin"));
    command.addAll(arguments);
    Path log = scratchFile(".log");
    try {
      int code = run(new ProcessBuilder(command), log);
      String said = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
      if (checked && code != 0) {
        throw new IOException("ffmpeg failed: " + lastLine(said));
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(String.valueOf(e.getMessage()), e);
    } finally {
      delete(log);
    }
  }

  private static int run(ProcessBuilder builder, Path log) throws IOException {
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    Process process = builder.start();
    try {
      if (process.waitFor(MINUTES_A_RUN, TimeUnit.MINUTES)) {
        return process.exitValue();
      }
      throw new IOException("ffmpeg took more than " + MINUTES_A_RUN + " minutes");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("interrupted").initCause(e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static String lastLine(String said) {
    List<String> lines = said.lines().filter(line -> line.contains("rror")).toList();
    return lines.isEmpty() ? said.strip() : lines.get(0);
  }
}

package dev.cordon.matcher.decode;

import dev.cordon.matcher.decode.worker.FfmpegPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The {@code ffmpeg} program that comes with the decoders, for making media; not for judging. */
public final class FfmpegProgram {
  private FfmpegProgram() {}

  /**
   * Unpacks it beside the decoder's native libraries, once, and tells where it is.
   *
   * @throws UncheckedIOException when there is none for this system, or no room for it
   */
  public static Path unpacked(DecoderOptions options) {
    try {
      Files.createDirectories(options.natives());
      Files.createDirectories(options.scratch());
      Process process =
          WorkerCommand.of(options, FfmpegPath.class, List.of())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      Path program = Path.of(said);
      if (said.isEmpty() || !Files.isExecutable(program)) {
        throw new IOException(
            "the ffmpeg program could not be unpacked to "
                + options.natives()
                + "; check that there is room, and that the system is one that Cordon runs on");
      }
      return program;
    } catch (IOException e) {
      throw new UncheckedIOException(String.valueOf(e.getMessage()), e);
    }
  }
}

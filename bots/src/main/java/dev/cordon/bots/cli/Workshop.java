package dev.cordon.bots.cli;

import dev.cordon.bots.evaluate.edits.Album;
import dev.cordon.bots.evaluate.edits.Studio;
import dev.cordon.config.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/** What makes films and sounds, where a corpus may hold any; and its folder, gone afterwards. */
final class Workshop implements AutoCloseable {
  private final ScratchFolder scratch;
  private final Optional<Studio> studio;

  private Workshop(ScratchFolder scratch, Optional<Studio> studio) {
    this.scratch = scratch;
    this.studio = studio;
  }

  /**
   * Unpacks the program when there is more than pictures.
   *
   * @param scratch a folder that is made and removed again
   */
  static Workshop open(Settings settings, Path corpus, Path scratch) {
    ScratchFolder folder = new ScratchFolder(scratch);
    boolean pictures =
        Corpus.plain(corpus, "").stream().allMatch(media -> Album.readable(media.file()));
    return new Workshop(
        folder,
        pictures
            ? Optional.empty()
            : Optional.of(new Studio(Decoders.ffmpeg(settings), folder.path())));
  }

  /** Empty when the corpus is of pictures alone. */
  Optional<Studio> studio() {
    return studio;
  }

  @Override
  public void close() {
    try {
      scratch.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot empty the folder of the studio", e);
    }
  }
}

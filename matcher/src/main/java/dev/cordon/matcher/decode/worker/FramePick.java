package dev.cordon.matcher.decode.worker;

import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Which frames of a film are shown, and what becomes of them. */
interface FramePick extends AutoCloseable {
  /**
   * Whether a packet is to be decoded, from when its frame stands and whether it is a key frame.
   */
  boolean wants(double time, boolean key);

  /** Takes a frame that was decoded. */
  void accept(double time, AVFrame frame) throws UnscannableException;

  /** What is shown. */
  Optional<byte[]> png();

  @Override
  void close();
}

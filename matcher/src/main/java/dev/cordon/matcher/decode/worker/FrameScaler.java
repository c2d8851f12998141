package dev.cordon.matcher.decode.worker;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GRAY8;
import static org.bytedeco.ffmpeg.global.swscale.SWS_AREA;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCachedContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;

import dev.cordon.matcher.signal.Picture;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.ffmpeg.swscale.SwsFilter;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/** Frames of any format as small pictures. */
final class FrameScaler implements AutoCloseable {
  /** The longer side of what is compared; smaller frames stay as they are. */
  private static final int LONGER_SIDE = 480;

  /** What FFmpeg may write beyond the last row. */
  private static final int ROOM = 64;

  private final int longerSide;
  private final boolean colour;
  private final PointerPointer<BytePointer> target = new PointerPointer<>(4);
  private final IntPointer stride = new IntPointer(4);
  private @Nullable SwsContext context;
  private BytePointer pixels = new BytePointer(1);

  /** One for frames that are compared: grey. */
  FrameScaler() {
    this(LONGER_SIDE, false);
  }

  /**
   * @param longerSide of the pictures, at most
   * @param colour whether they are blue, green, red; else grey
   */
  FrameScaler(int longerSide, boolean colour) {
    this.longerSide = longerSide;
    this.colour = colour;
  }

  /** The frame, valid until the next one. */
  Picture scale(AVFrame frame) throws UnscannableException {
    int longer = Math.max(frame.width(), frame.height());
    double scale = Math.min(1, longerSide / (double) longer);
    int width = Math.max(1, (int) Math.round(frame.width() * scale));
    int height = Math.max(1, (int) Math.round(frame.height() * scale));
    context =
        sws_getCachedContext(
            context,
            frame.width(),
            frame.height(),
            frame.format(),
            width,
            height,
            colour ? AV_PIX_FMT_BGR24 : AV_PIX_FMT_GRAY8,
            SWS_AREA,
            (SwsFilter) null,
            (SwsFilter) null,
            (DoublePointer) null);
    if (context == null) {
      throw new UnscannableException("the pictures are of a format that is not supported");
    }
    int channels = colour ? 3 : 1;
    int size = width * height * channels;
    if (pixels.capacity() < size + ROOM) {
      pixels.close();
      pixels = new BytePointer(size + ROOM);
    }
    target.put(0, pixels.position(0).limit(size + ROOM));
    stride.put(0, width * channels);
    sws_scale(context, frame.data(), frame.linesize(), 0, frame.height(), target, stride);
    return new Picture(width, height, channels, pixels.position(0).limit(size).asByteBuffer());
  }

  @Override
  public void close() {
    sws_freeContext(context);
    pixels.close();
    target.close();
    stride.close();
  }
}

package dev.cordon.matcher.decode.worker;

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

/** Frames of any format as small grey pictures. */
final class FrameScaler implements AutoCloseable {
  /** The longer side; smaller frames stay as they are. */
  private static final int LONGER_SIDE = 480;

  private final PointerPointer<BytePointer> target = new PointerPointer<>(4);
  private final IntPointer stride = new IntPointer(4);
  private @Nullable SwsContext context;
  private BytePointer pixels = new BytePointer(1);

  /** The frame, valid until the next one. */
  Picture scale(AVFrame frame) throws UnscannableException {
    int longer = Math.max(frame.width(), frame.height());
    double scale = Math.min(1, LONGER_SIDE / (double) longer);
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
            AV_PIX_FMT_GRAY8,
            SWS_AREA,
            (SwsFilter) null,
            (SwsFilter) null,
            (DoublePointer) null);
    if (context == null) {
      throw new UnscannableException("the pictures are of a format that is not supported");
    }
    int size = width * height;
    if (pixels.capacity() < size) {
      pixels.close();
      pixels = new BytePointer(size);
    }
    target.put(0, pixels);
    stride.put(0, width);
    sws_scale(context, frame.data(), frame.linesize(), 0, frame.height(), target, stride);
    return new Picture(width, height, 1, pixels.position(0).limit(size).asByteBuffer());
  }

  @Override
  public void close() {
    sws_freeContext(context);
    pixels.close();
    target.close();
    stride.close();
  }
}

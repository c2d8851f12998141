package dev.cordon.matcher.decode.worker;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avutil.av_display_rotation_get;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_180;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_CLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_COUNTERCLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.rotate;

import dev.cordon.matcher.signal.Picture;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;

/** Turns the frames of a film as players do; telephones film lying and say so in the header. */
final class Upright implements AutoCloseable {
  private static final int[] TURNS = {
    -1, ROTATE_90_CLOCKWISE, ROTATE_180, ROTATE_90_COUNTERCLOCKWISE
  };
  private static final int MATRIX_BYTES = 36;

  private final int quarters;
  private final Mat turned = new Mat();

  Upright(AVStream stream) {
    quarters = quarters(stream);
  }

  /** Clockwise. */
  private static int quarters(AVStream stream) {
    AVPacketSideData data =
        av_packet_side_data_get(
            stream.codecpar().coded_side_data(),
            stream.codecpar().nb_coded_side_data(),
            AV_PKT_DATA_DISPLAYMATRIX);
    if (data == null || data.isNull() || data.size() < MATRIX_BYTES) {
      return 0;
    }
    double degrees = av_display_rotation_get(new IntPointer(data.data()));
    return Double.isNaN(degrees) ? 0 : Math.floorMod(Math.round(-degrees / 90), 4);
  }

  /** The picture as people see it, valid until the next one. */
  Picture turn(Picture picture) throws UnscannableException {
    if (quarters == 0) {
      return picture;
    }
    try (Mat lying = Rendering.mat(picture)) {
      rotate(lying, turned, TURNS[quarters]);
      return Pixels.of(turned, 1, turned.cols(), turned.rows());
    }
  }

  @Override
  public void close() {
    turned.close();
  }
}

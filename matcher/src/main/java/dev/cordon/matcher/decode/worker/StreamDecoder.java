package dev.cordon.matcher.decode.worker;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/** Decodes the packets of one stream, of sound or of pictures. */
final class StreamDecoder implements AutoCloseable {
  private static final String SOUND =
      "mp3,mp3float,mp2,mp2float,opus,vorbis,flac,aac,aac_latm,alac,amrnb,amrwb,ac3,eac3,speex,gsm,"
          + "gsm_ms,wmav1,wmav2,adpcm_ms,adpcm_ima_wav,adpcm_ima_qt,pcm_s16le,pcm_s16be,pcm_s24le,"
          + "pcm_s24be,pcm_s32le,pcm_s32be,pcm_u8,pcm_s8,pcm_f32le,pcm_f32be,pcm_f64le,pcm_alaw,"
          + "pcm_mulaw";

  private static final String PICTURES =
      "h264,hevc,vp8,vp9,libdav1d,libaom-av1,av1,mpeg4,mpeg1video,mpeg2video,mjpeg,msmpeg4,msmpeg4v2,"
          + "msmpeg4v1,h263,flv,theora,wmv1,wmv2,cinepak,msvideo1,gif";

  /** The decoders that may run; those of subtitles and of all that is rare may not. */
  static final String CODECS = SOUND + "," + PICTURES;

  private static final Set<String> ALLOWED = Set.of(CODECS.split(","));

  /** Errors that damaged beginnings and ends make; more mean that something is missing. */
  private static final int FORGIVEN = 4;

  private static final int FORGIVEN_SHARE = 20;

  private final AVCodecContext codec;
  private final Frames frames;
  private final AVFrame frame = av_frame_alloc();
  private long packets;
  private long errors;

  /** Takes decoded frames; they are valid until it returns. */
  interface Frames {
    void accept(AVFrame frame) throws UnscannableException;
  }

  private StreamDecoder(AVCodecContext codec, Frames frames) {
    this.codec = codec;
    this.frames = frames;
  }

  /**
   * Opens the decoder of a stream.
   *
   * @param discard of {@code AVDISCARD_…}: the frames that need not be decoded
   * @param unfiltered of {@code AVDISCARD_…}: the frames that need not be smoothed
   */
  static StreamDecoder of(AVStream stream, int discard, int unfiltered, Frames frames)
      throws UnscannableException {
    boolean sound = stream.codecpar().codec_type() == AVMEDIA_TYPE_AUDIO;
    AVCodec decoder = avcodec_find_decoder(stream.codecpar().codec_id());
    if (decoder == null || !ALLOWED.contains(decoder.name().getString())) {
      throw new UnscannableException(
          (sound ? "the sound is" : "the pictures are") + " coded in a way that is not supported");
    }
    AVCodecContext codec = avcodec_alloc_context3(decoder);
    avcodec_parameters_to_context(codec, stream.codecpar());
    codec.thread_count(1);
    codec.pkt_timebase(stream.time_base());
    codec.skip_frame(discard);
    codec.skip_loop_filter(unfiltered);
    if (avcodec_open2(codec, decoder, (AVDictionary) null) < 0) {
      avcodec_free_context(codec);
      throw new UnscannableException(
          "the header of the " + (sound ? "sound" : "pictures") + " is damaged");
    }
    return new StreamDecoder(codec, frames);
  }

  /** Passes on what a packet holds; null at the end for what the decoder still holds. */
  void decode(@Nullable AVPacket packet) throws UnscannableException {
    if (packet != null && packet.size() == 0) {
      return; // says that the frame before goes on; a decoder would take it for the end
    }
    packets++;
    if (avcodec_send_packet(codec, packet) < 0) {
      errors++;
      return;
    }
    while (avcodec_receive_frame(codec, frame) >= 0) {
      frames.accept(frame);
    }
  }

  /** Whether so much of it could not be decoded that something may have been missed. */
  boolean isDamaged() {
    return errors > FORGIVEN + packets / FORGIVEN_SHARE;
  }

  @Override
  public void close() {
    av_frame_free(frame);
    avcodec_free_context(codec);
  }
}

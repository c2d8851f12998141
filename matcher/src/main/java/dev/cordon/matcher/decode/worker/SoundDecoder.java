package dev.cordon.matcher.decode.worker;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Decodes one stream of sound and passes it on, resampled, until it or the limit ends. */
final class SoundDecoder implements AutoCloseable {
  /** The decoders that may run; those of pictures and subtitles may not. */
  static final String CODECS =
      "mp3,mp3float,mp2,mp2float,opus,vorbis,flac,aac,aac_latm,alac,amrnb,amrwb,ac3,eac3,speex,gsm,"
          + "gsm_ms,wmav1,wmav2,adpcm_ms,adpcm_ima_wav,adpcm_ima_qt,pcm_s16le,pcm_s16be,pcm_s24le,"
          + "pcm_s24be,pcm_s32le,pcm_s32be,pcm_u8,pcm_s8,pcm_f32le,pcm_f32be,pcm_f64le,pcm_alaw,"
          + "pcm_mulaw";

  private static final Set<String> ALLOWED = Set.of(CODECS.split(","));

  /** Errors that damaged beginnings and ends make; more mean that something is missing. */
  private static final int FORGIVEN = 4;

  private static final int FORGIVEN_SHARE = 20;

  private final AVStream stream;
  private final AVCodecContext codec;
  private final AVPacket packet = av_packet_alloc();
  private final AVFrame frame = av_frame_alloc();
  private long packets;
  private long errors;

  private SoundDecoder(AVStream stream, AVCodecContext codec) {
    this.stream = stream;
    this.codec = codec;
  }

  static SoundDecoder of(AVStream stream) throws UnscannableException {
    AVCodec decoder = avcodec_find_decoder(stream.codecpar().codec_id());
    if (decoder == null || !ALLOWED.contains(decoder.name().getString())) {
      throw new UnscannableException("the sound is coded in a way that is not supported");
    }
    AVCodecContext codec = avcodec_alloc_context3(decoder);
    avcodec_parameters_to_context(codec, stream.codecpar());
    codec.thread_count(1);
    codec.pkt_timebase(stream.time_base());
    if (avcodec_open2(codec, decoder, (AVDictionary) null) < 0) {
      avcodec_free_context(codec);
      throw new UnscannableException("the sound's header is damaged");
    }
    return new SoundDecoder(stream, codec);
  }

  /** Decodes until the end, or until the resampler has had enough. */
  void run(SoundSource source, Resampler resampler) throws UnscannableException {
    while (!resampler.isFull() && av_read_frame(source.format(), packet) >= 0) {
      if (packet.stream_index() == stream.index()) {
        packets++;
        decode(packet, resampler);
      }
      av_packet_unref(packet);
    }
    decode(null, resampler);
    resampler.finish();
  }

  private void decode(@org.jspecify.annotations.Nullable AVPacket next, Resampler resampler)
      throws UnscannableException {
    if (avcodec_send_packet(codec, next) < 0) {
      errors++;
      return;
    }
    while (avcodec_receive_frame(codec, frame) >= 0) {
      resampler.accept(frame);
    }
  }

  /** Whether so much of it could not be decoded that something may have been missed. */
  boolean isDamaged() {
    return errors > FORGIVEN + packets / FORGIVEN_SHARE;
  }

  @Override
  public void close() {
    av_frame_free(frame);
    av_packet_free(packet);
    avcodec_free_context(codec);
  }
}

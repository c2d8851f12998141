package dev.cordon.matcher.decode.worker;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_SIZE;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avformat.avio_alloc_context;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_malloc;

import dev.cordon.matcher.decode.MediaFormat;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avformat.Seek_Pointer_long_int;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * A file in memory as FFmpeg reads it: its bytes are all that FFmpeg gets to see, no protocol may
 * be opened, and no demuxer is tried but the one of its format.
 */
final class Container implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private static final int SEEK_SET = 0;
  private static final int SEEK_CUR = 1;
  private static final int SEEK_END = 2;
  private static final String PROBED_BYTES = "2000000";
  private static final String PROBED_MICROSECONDS = "5000000";
  private static final String MOST_STREAMS = "64";

  private final Reader reader;
  private final Seeker seeker;
  private final AVIOContext io;
  private final AVFormatContext format;
  private boolean opened;

  private Container(BytePointer file) {
    reader = new Reader(file);
    seeker = new Seeker(reader);
    BytePointer buffer = new BytePointer(av_malloc(BUFFER));
    io = avio_alloc_context(buffer, BUFFER, 0, null, reader, null, seeker);
    format = avformat_alloc_context();
    format.pb(io);
  }

  /** Opens a file and looks for its streams. */
  static Container open(MediaFormat claimed, BytePointer file) throws UnscannableException {
    Container source = new Container(file);
    try {
      source.read(claimed);
      return source;
    } catch (UnscannableException e) {
      source.close();
      throw e;
    }
  }

  /** The first stream of sound, which is the one that players play; null when there is none. */
  @Nullable AVStream sound() {
    return find(AVMEDIA_TYPE_AUDIO);
  }

  /** The first stream of moving pictures; null when there is none. */
  @Nullable AVStream pictures() {
    return find(AVMEDIA_TYPE_VIDEO);
  }

  /** The picture of a record's cover does not move. */
  private @Nullable AVStream find(int type) {
    for (int i = 0; i < format.nb_streams(); i++) {
      AVStream stream = format.streams(i);
      boolean cover = (stream.disposition() & AV_DISPOSITION_ATTACHED_PIC) != 0;
      if (stream.codecpar().codec_type() == type && !cover) {
        return stream;
      }
    }
    return null;
  }

  /** Takes packets; one is valid until it returns. */
  interface Packets {
    void accept(AVPacket packet) throws UnscannableException;
  }

  /** Reads to the end, once; the packets of all other streams are left out. */
  void read(Packets sound, Packets pictures) throws UnscannableException {
    AVStream heard = sound();
    AVStream seen = pictures();
    AVPacket packet = av_packet_alloc();
    try {
      while (av_read_frame(format, packet) >= 0) {
        if (heard != null && packet.stream_index() == heard.index()) {
          sound.accept(packet);
        } else if (seen != null && packet.stream_index() == seen.index()) {
          pictures.accept(packet);
        }
        av_packet_unref(packet);
      }
    } finally {
      av_packet_free(packet);
    }
  }

  private void read(MediaFormat claimed) throws UnscannableException {
    AVInputFormat demuxer = av_find_input_format(claimed.demuxer().orElseThrow());
    AVDictionary options = new AVDictionary(null);
    av_dict_set(options, "protocol_whitelist", "none", 0);
    av_dict_set(options, "codec_whitelist", StreamDecoder.CODECS, 0);
    av_dict_set(options, "max_streams", MOST_STREAMS, 0);
    av_dict_set(options, "probesize", PROBED_BYTES, 0);
    av_dict_set(options, "analyzeduration", PROBED_MICROSECONDS, 0);
    int failed = avformat_open_input(format, (String) null, demuxer, options);
    av_dict_free(options);
    opened = failed >= 0;
    if (!opened || avformat_find_stream_info(format, (AVDictionary) null) < 0) {
      throw new UnscannableException("the " + claimed + " data is damaged or cut off");
    }
  }

  /** A context that could not be opened has been freed by FFmpeg. */
  @Override
  public void close() {
    if (opened) {
      avformat_close_input(format);
    }
    av_free(io.buffer());
    av_free(io);
    reader.close();
    seeker.close();
  }

  private static final class Reader extends Read_packet_Pointer_BytePointer_int {
    private final BytePointer file;
    private final long size;
    private long at;

    Reader(BytePointer file) {
      this.file = file;
      this.size = file.limit();
    }

    @Override
    public int call(Pointer opaque, BytePointer target, int wanted) {
      int length = (int) Math.min(wanted, size - at);
      if (length <= 0) {
        return AVERROR_EOF();
      }
      Pointer.memcpy(target, file.getPointer(at), length);
      at += length;
      return length;
    }
  }

  private static final class Seeker extends Seek_Pointer_long_int {
    private final Reader reader;

    Seeker(Reader reader) {
      this.reader = reader;
    }

    @Override
    public long call(Pointer opaque, long offset, int whence) {
      long target =
          switch (whence & ~0x20000) {
            case SEEK_SET -> offset;
            case SEEK_CUR -> reader.at + offset;
            case SEEK_END -> reader.size + offset;
            default -> -1;
          };
      if (whence == AVSEEK_SIZE) {
        return reader.size;
      } else if (target < 0 || target > reader.size) {
        return -1;
      }
      reader.at = target;
      return target;
    }
  }
}

package dev.cordon.matcher.decode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** What a file is by its first bytes; its name and its declared type are not asked. */
public enum MediaFormat {
  JPEG,
  PNG,
  GIF("gif"),
  WEBP,
  BMP,
  TIFF,
  MP3("mp3"),
  OGG("ogg"),
  FLAC("flac"),
  WAV("wav"),
  AAC("aac"),
  AMR("amr"),
  MP4("mov"),
  MATROSKA("matroska"),
  AVI("avi"),
  FLV("flv"),
  MPEG("mpeg"),
  MPEG_TS("mpegts");

  /** How many bytes {@link #of} looks at. */
  static final int HEAD = 64;

  /**
   * How much longer than a picture a recording or a film may take; and a second for so many bytes.
   */
  private static final int PATIENCE = 3;

  private static final int BYTES_A_SECOND = 1 << 18;

  private final Optional<String> demuxer;

  MediaFormat() {
    demuxer = Optional.empty();
  }

  MediaFormat(String demuxer) {
    this.demuxer = Optional.of(demuxer);
  }

  /** Whether it is one of pictures, though they may move. */
  public boolean isPicture() {
    return demuxer.isEmpty() || this == GIF;
  }

  /** What FFmpeg calls a format of sound, film or moving pictures; empty for others. */
  public Optional<String> demuxer() {
    return demuxer;
  }

  /**
   * How long a file of the format may take.
   *
   * @param millis what a picture may take
   * @param size of the file in bytes
   */
  public long patience(long millis, int size) {
    return isPicture() ? millis : PATIENCE * millis + 1000L * size / BYTES_A_SECOND;
  }

  /** The format that the bytes begin, empty when it is not one that is decoded. */
  static Optional<MediaFormat> of(byte[] head) {
    Optional<MediaFormat> picture = picture(head);
    return picture.isPresent() ? picture : sound(head);
  }

  private static Optional<MediaFormat> sound(byte[] head) {
    if (begins(head, "ID3") || isMpegAudio(head)) {
      return Optional.of(MP3);
    } else if (begins(head, "OggS")) {
      return Optional.of(OGG);
    } else if (begins(head, "fLaC")) {
      return Optional.of(FLAC);
    } else if (begins(head, "RIFF") && holds(head, 8, "WAVE")) {
      return Optional.of(WAV);
    } else if (isAdts(head)) {
      return Optional.of(AAC);
    } else if (begins(head, "#!AMR")) {
      return Optional.of(AMR);
    }
    return film(head);
  }

  /** Containers of films, which may hold nothing but sound as well. */
  private static Optional<MediaFormat> film(byte[] head) {
    if (holds(head, 4, "ftyp") && !isStillPicture(text(head, 8, 12)) || isQuickTime(head)) {
      return Optional.of(MP4);
    } else if (begins(head, "\u001a\u0045\u00df\u00a3")) {
      return Optional.of(MATROSKA);
    } else if (begins(head, "RIFF") && holds(head, 8, "AVI ")) {
      return Optional.of(AVI);
    } else if (begins(head, "FLV\u0001")) {
      return Optional.of(FLV);
    } else if (begins(head, "\0\0\u0001\u00ba")) {
      return Optional.of(MPEG);
    }
    return isTransportStream(head) ? Optional.of(MPEG_TS) : Optional.empty();
  }

  /** A packet with a sync byte, no error, and a payload; its like is not found in text. */
  private static boolean isTransportStream(byte[] head) {
    return head.length >= HEAD
        && head[0] == 0x47
        && (head[1] & 0x80) == 0
        && (head[3] & 0xc0) == 0
        && (head[3] & 0x10) != 0
        && (head[1] & 0x1f) == 0;
  }

  /** Older QuickTime files begin with any of their atoms. */
  private static boolean isQuickTime(byte[] head) {
    return Stream.of("moov", "mdat", "wide", "free", "skip", "pnot")
        .anyMatch(atom -> holds(head, 4, atom));
  }

  private static boolean isStillPicture(String brand) {
    return switch (brand) {
      case "avif", "avis", "heic", "heix", "hevc", "mif1", "msf1" -> true;
      default -> false;
    };
  }

  /** A frame header of MPEG layer II or III with values that exist. */
  private static boolean isMpegAudio(byte[] head) {
    if (head.length < 4 || head[0] != -1 || (head[1] & 0xe0) != 0xe0) {
      return false;
    }
    int version = head[1] >> 3 & 3;
    int layer = head[1] >> 1 & 3;
    boolean named = version != 1 && (layer == 1 || layer == 2);
    return named && (head[2] & 0xf0) != 0xf0 && (head[2] & 0x0c) != 0x0c;
  }

  private static boolean isAdts(byte[] head) {
    return head.length >= 4 && head[0] == -1 && (head[1] & 0xf6) == 0xf0;
  }

  private static Optional<MediaFormat> picture(byte[] head) {
    if (begins(head, "\u00ff\u00d8\u00ff")) {
      return Optional.of(JPEG);
    } else if (begins(head, "\u0089PNG\r\n\u001a\n")) {
      return Optional.of(PNG);
    } else if (begins(head, "GIF87a") || begins(head, "GIF89a")) {
      return Optional.of(GIF);
    } else if (begins(head, "RIFF") && holds(head, 8, "WEBP")) {
      return Optional.of(WEBP);
    } else if (begins(head, "BM") && holds(head, 6, "\0\0\0\0")) {
      return Optional.of(BMP);
    } else if (begins(head, "II*\0") || begins(head, "MM\0*")) {
      return Optional.of(TIFF);
    }
    return Optional.empty();
  }

  /** Why bytes of no such format cannot be judged, in one line. */
  static String refusal(byte[] head) {
    if (holds(head, 4, "ftyp")) {
      return isoMedia(text(head, 8, 12));
    } else if (begins(head, "PK\u0003\u0004") || begins(head, "Rar!") || begins(head, "7z")) {
      return "not a picture but an archive";
    } else if (begins(head, "\u001f\u008b")) {
      return "not a picture but gzip data (perhaps an animated sticker, not supported yet)";
    } else if (begins(head, "%PDF")) {
      return "not a picture but a PDF document";
    }
    return printable(head) ? "not a picture but text" : "not a picture: its format is unknown";
  }

  private static String isoMedia(String brand) {
    return switch (brand) {
      case "avif", "avis" -> "AVIF pictures are not supported yet";
      default -> "HEIC pictures are not supported yet";
    };
  }

  private static boolean begins(byte[] head, String magic) {
    return holds(head, 0, magic);
  }

  private static boolean holds(byte[] head, int at, String magic) {
    return text(head, at, at + magic.length()).equals(magic);
  }

  private static String text(byte[] head, int from, int to) {
    return to > head.length
        ? ""
        : new String(Arrays.copyOfRange(head, from, to), StandardCharsets.ISO_8859_1);
  }

  private static boolean printable(byte[] head) {
    for (byte b : head) {
      boolean control = b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t';
      if (control) {
        return false;
      }
    }
    return true;
  }
}

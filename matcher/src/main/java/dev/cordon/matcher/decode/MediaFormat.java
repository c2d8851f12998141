package dev.cordon.matcher.decode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What a file is by its first bytes; its name and its declared type are not asked. */
public enum MediaFormat {
  JPEG,
  PNG,
  GIF,
  WEBP,
  BMP,
  TIFF;

  /** How many bytes {@link #of} looks at. */
  static final int HEAD = 64;

  /** The picture format that the bytes begin, empty when it is not one that is decoded. */
  static Optional<MediaFormat> of(byte[] head) {
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

  /** Why bytes that are no picture cannot be judged, in one line. */
  static String refusal(byte[] head) {
    if (holds(head, 4, "ftyp")) {
      return isoMedia(text(head, 8, 12));
    } else if (begins(head, "\u001a\u0045\u00df\u00a3") || holds(head, 8, "AVI ")) {
      return "video is not supported yet";
    } else if (begins(head, "OggS") || begins(head, "ID3") || holds(head, 8, "WAVE")) {
      return "audio is not supported yet";
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
      case "heic", "heix", "hevc", "mif1", "msf1" -> "HEIC pictures are not supported yet";
      case "M4A ", "M4B " -> "audio is not supported yet";
      default -> "video is not supported yet";
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

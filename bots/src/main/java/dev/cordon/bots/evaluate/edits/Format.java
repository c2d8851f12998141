package dev.cordon.bots.evaluate.edits;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How an edited film or sound is written.
 *
 * @param picture FFmpeg's arguments for the picture
 * @param bits a pixel and frame; 0 when the arguments say enough
 * @param sound FFmpeg's arguments for the sound
 */
record Format(String extension, List<String> picture, double bits, List<String> sound) {
  private static final List<String> AAC = List.of("-c:a", "aac", "-b:a", "96k");

  /** What messengers make of a film. */
  static final Format USUAL = h264(0.09);

  static final Format GIF = new Format("gif", List.of("-c:v", "gif"), 0, List.of());
  static final Format WEBP =
      new Format(
          "webp",
          List.of(
              "-c:v", "libwebp_anim", "-quality", "45", "-compression_level", "1", "-loop", "0"),
          0,
          List.of());

  /** H.264 in MP4 with AAC. */
  static Format h264(double bits) {
    return new Format(
        "mp4", List.of("-c:v", "libopenh264", "-g", "90", "-movflags", "+faststart"), bits, AAC);
  }

  static Format vp8(double bits) {
    List<String> picture = List.of("-c:v", "libvpx", "-deadline", "realtime", "-cpu-used", "8");
    return new Format("webm", picture, bits, List.of("-c:a", "libopus", "-b:a", "64k"));
  }

  static Format vp9(double bits) {
    List<String> picture = List.of("-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8");
    return new Format("webm", picture, bits, List.of("-c:a", "libopus", "-b:a", "64k"));
  }

  static Format mpeg4(double bits) {
    List<String> sound = List.of("-c:a", "libmp3lame", "-b:a", "96k");
    return new Format("avi", List.of("-c:v", "mpeg4", "-vtag", "xvid"), bits, sound);
  }

  /** Nothing but sound. */
  static Format sound(String extension, String... arguments) {
    return new Format(extension, List.of(), 0, List.of(arguments));
  }

  Format in(String otherExtension) {
    return new Format(otherExtension, picture, bits, sound);
  }

  Format with(String... otherSound) {
    return new Format(extension, picture, bits, List.of(otherSound));
  }

  List<String> pictureArguments(Frame frame) {
    List<String> arguments = new ArrayList<>(picture);
    if (bits > 0) {
      double rate = bits * frame.width() * frame.height() * frame.rate();
      arguments.addAll(List.of("-b:v", String.format(Locale.ROOT, "%.0f", rate)));
    }
    return arguments;
  }
}

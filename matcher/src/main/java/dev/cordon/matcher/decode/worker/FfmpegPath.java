package dev.cordon.matcher.decode.worker;

import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;

/** Unpacks the {@code ffmpeg} program that comes with the decoders and prints where it is. */
public final class FfmpegPath {
  private FfmpegPath() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) {
    System.out.println(Loader.load(ffmpeg.class));
  }
}

package dev.cordon.matcher.decode.worker;

import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import dev.cordon.matcher.Signal;
import dev.cordon.matcher.audio.AudioExtractor;
import dev.cordon.matcher.audio.AudioFeatures;
import dev.cordon.matcher.decode.Answer;
import dev.cordon.matcher.decode.Request;
import dev.cordon.matcher.decode.Request.Task;
import dev.cordon.matcher.signal.Depth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swresample;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.jspecify.annotations.Nullable;

/** Answers what was asked of a file with sound: a recording, or a film. */
final class SoundExaminer {
  /** Of a film that has no sound that could be compared either. */
  private static final String PICTURES = "the pictures of films are not compared yet";

  /** Loads FFmpeg, and keeps it from writing about files. */
  static SoundExaminer load() {
    Loader.load(avutil.class);
    Loader.load(swresample.class);
    Loader.load(avcodec.class);
    Loader.load(avformat.class);
    av_log_set_level(AV_LOG_QUIET);
    return new SoundExaminer();
  }

  private SoundExaminer() {}

  Answer examine(Request request, BytePointer file) throws UnscannableException {
    if (request.task() == Task.PREVIEW || !request.depths().contains(Depth.WHOLE)) {
      return new Answer(List.of(), Optional.empty(), Optional.empty());
    }
    try (SoundSource source = SoundSource.open(request.format(), file)) {
      List<String> problems = new ArrayList<>();
      if (hasPictures(source.format())) {
        problems.add(PICTURES);
      }
      List<Signal> signals = signals(source, problems);
      return new Answer(
          signals,
          Optional.empty(),
          Optional.of(String.join("; ", problems)).filter(text -> !text.isEmpty()));
    }
  }

  private static List<Signal> signals(SoundSource source, List<String> problems)
      throws UnscannableException {
    AVStream stream = sound(source.format());
    if (stream == null) {
      problems.add("there is no sound in it");
      return List.of();
    }
    AudioFeatures features = features(source, stream, problems);
    if (!features.isTelling()) {
      problems.add("the sound is too short, too quiet or too even to compare");
      return List.of();
    }
    return List.of(new Signal(Signal.AUDIO, features.toString(), 100));
  }

  private static AudioFeatures features(SoundSource source, AVStream stream, List<String> problems)
      throws UnscannableException {
    AudioExtractor extractor = new AudioExtractor();
    try (SoundDecoder decoder = SoundDecoder.of(stream);
        Resampler resampler = new Resampler(extractor)) {
      decoder.run(source, resampler);
      if (decoder.isDamaged()) {
        problems.add("the sound is damaged; only a part of it could be compared");
      } else if (resampler.isFull()) {
        problems.add("the sound is longer than four hours; the rest was not compared");
      }
      return extractor.features();
    }
  }

  private static boolean hasPictures(AVFormatContext format) {
    for (int i = 0; i < format.nb_streams(); i++) {
      AVStream stream = format.streams(i);
      boolean cover = (stream.disposition() & AV_DISPOSITION_ATTACHED_PIC) != 0;
      if (stream.codecpar().codec_type() == AVMEDIA_TYPE_VIDEO && !cover) {
        return true;
      }
    }
    return false;
  }

  /** The first stream of sound, which is the one that players play. */
  private static @Nullable AVStream sound(AVFormatContext format) {
    for (int i = 0; i < format.nb_streams(); i++) {
      if (format.streams(i).codecpar().codec_type() == AVMEDIA_TYPE_AUDIO) {
        return format.streams(i);
      }
    }
    return null;
  }
}

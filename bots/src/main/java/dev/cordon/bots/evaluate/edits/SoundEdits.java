package dev.cordon.bots.evaluate.edits;

import static dev.cordon.bots.evaluate.edits.SoundEdit.of;

import dev.cordon.bots.evaluate.edits.Stretch.Role;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The edits of sounds. */
final class SoundEdits {
  private static final Format TELEPHONE =
      Format.sound("wav", "-ac", "1", "-ar", "8000", "-c:a", "pcm_mulaw");
  private static final Format AAC_MONO =
      Format.sound("m4a", "-ac", "1", "-c:a", "aac", "-b:a", "32k");
  private static final String TELEPHONE_BAND = "highpass=f=300:p=2,lowpass=f=3400:p=2";

  /** What anoisesrc makes at half the full scale, in decibels. */
  private static final double PINK_LEVEL = -20.2;

  private static final double WHITE_LEVEL = -10.8;

  private SoundEdits() {}

  static List<SoundEdit> all() {
    return Stream.of(
            encodings(),
            noises(),
            filters(),
            tempos(),
            pitches(),
            speeds(),
            excerpts(),
            combinations())
        .flatMap(List::stream)
        .toList();
  }

  private static SoundEdit encoded(String name, String words, Format format) {
    return of(SoundEdit.ENCODING, name, words, take -> {}).as(format);
  }

  private static SoundEdit filtered(String group, String name, String words, String filter) {
    return of(group, name, words, take -> take.sound(filter));
  }

  private static List<SoundEdit> encodings() {
    String group = SoundEdit.ENCODING;
    return List.of(
        encoded(
            "mp3-48k", "MP3, 48 kbit/s", Format.sound("mp3", "-c:a", "libmp3lame", "-b:a", "48k")),
        encoded("opus-16k", "Opus voice note, 16 kbit/s, mono", SoundEdit.VOICE),
        encoded("aac-32k", "AAC, 32 kbit/s, mono", AAC_MONO),
        encoded("mulaw", "8 kHz, mono, mu-law", TELEPHONE),
        encoded(
            "vorbis",
            "Vorbis, low quality",
            Format.sound("ogg", "-c:a", "vorbis", "-strict", "-2", "-q:a", "1")),
        encoded(
            "amr",
            "AMR, 12.2 kbit/s, 8 kHz",
            Format.sound(
                "amr", "-ac", "1", "-ar", "8000", "-c:a", "libopencore_amrnb", "-b:a", "12.2k")),
        filtered(group, "quiet", "14 dB quieter", "volume=-14dB"),
        filtered(group, "loud", "14 dB louder, clipped", "volume=14dB,aformat=sample_fmts=s16"));
  }

  /** Noise so many decibels louder than the sound. */
  private static void noise(Take take, String colour, double of, double decibels) {
    String noise =
        take.made(
            "anoisesrc=c=%s:r=%d:a=0.5:seed=%d:d=%s,volume=%.2fdB,aformat=channel_layouts=stereo",
            colour,
            Cuts.RATE,
            take.source().between(1, 1_000_000),
            take.seconds(),
            take.level() + decibels - of);
    take.mixedWith(noise);
  }

  private static void babble(Take take, double each) {
    take.mixed(each).mixed(each).mixed(each);
  }

  private static List<SoundEdit> noises() {
    String group = SoundEdit.NOISE;
    return List.of(
        of(group, "pink-noise", "pink noise, 6 dB below", t -> noise(t, "pink", PINK_LEVEL, -6)),
        of(group, "pink-noise-loud", "pink noise, as loud", t -> noise(t, "pink", PINK_LEVEL, 0)),
        of(
            group,
            "white-noise",
            "white noise, 10 dB below",
            t -> noise(t, "white", WHITE_LEVEL, -10)),
        of(group, "over-6", "another sound over it, 6 dB below", t -> t.mixed(-6)),
        of(group, "over-0", "another sound over it, as loud", t -> t.mixed(0)),
        of(group, "under", "another sound under it, 12 dB below", t -> t.mixed(-12)),
        of(group, "babble", "three sounds over it, 10 dB below each", t -> babble(t, -10)));
  }

  private static List<SoundEdit> filters() {
    String group = SoundEdit.FILTERS;
    return List.of(
        filtered(
            group, "lowpass", "nothing above 1.8 kHz", "lowpass=f=1800:p=2,lowpass=f=1800:p=2"),
        filtered(
            group, "highpass", "nothing below 600 Hz", "highpass=f=600:p=2,highpass=f=600:p=2"),
        of(group, "telephone", "300 to 3400 Hz, mu-law", t -> t.sound(TELEPHONE_BAND))
            .as(TELEPHONE),
        filtered(group, "bass", "12 dB more bass", "volume=-8dB,bass=g=12:f=150"),
        filtered(group, "echo", "an echo", "aecho=0.8:0.7:90|180:0.4|0.25"),
        filtered(group, "hall", "a large hall", "aecho=0.8:0.88:61|127|211|307:0.5|0.45|0.35|0.3"),
        filtered(
            group,
            "compressed",
            "12 to 1 above -30 dB",
            "acompressor=threshold=-30dB:ratio=12:makeup=6"),
        filtered(
            group,
            "limited",
            "10 dB up into a limiter",
            "volume=10dB,alimiter=limit=0.5:level=false"),
        filtered(group, "one-side", "on the left only", "pan=stereo|c0=0.5*c0+0.5*c1|c1=0*c0"));
  }

  private static SoundEdit tempo(int percent) {
    return of(
        SoundEdit.TEMPO,
        "tempo-" + percent,
        "played at " + percent + " %, pitch kept",
        take -> take.tempo(percent / 100.0));
  }

  private static List<SoundEdit> tempos() {
    return Stream.of(90, 94, 97, 103, 106, 110).map(SoundEdits::tempo).toList();
  }

  private static String faster(int percent) {
    return "asetrate=" + Math.round(Cuts.RATE * percent / 100.0) + ",aresample=" + Cuts.RATE;
  }

  private static SoundEdit pitch(int percent) {
    String filter = faster(percent) + ",atempo=" + 100.0 / percent;
    return filtered(
        SoundEdit.PITCH, "pitch-" + percent, "pitch at " + percent + " %, tempo kept", filter);
  }

  private static List<SoundEdit> pitches() {
    return Stream.of(94, 97, 103, 106).map(SoundEdits::pitch).toList();
  }

  private static void speed(Take take, int percent) {
    take.timed(percent / 100.0, faster(percent));
  }

  private static SoundEdit speed(int percent) {
    return of(
        SoundEdit.SPEED,
        "speed-" + percent,
        "tempo and pitch at " + percent + " %",
        take -> speed(take, percent));
  }

  private static List<SoundEdit> speeds() {
    return Stream.of(94, 97, 102, 105, 106).map(SoundEdits::speed).toList();
  }

  private static SoundEdit excerpt(String name, double seconds) {
    return of(SoundEdit.EXCERPTS, name, seconds + " s of it", take -> {}).lasting(seconds);
  }

  private static SoundEdit inside(String name, double seconds, double around) {
    String words = seconds + " s of it between " + around + " s of other sound each";
    return of(SoundEdit.EXCERPTS, name, words, take -> inside(take, around)).lasting(seconds);
  }

  private static void inside(Take take, double around) {
    take.before(take.source().otherFile(), around, Role.FILLER);
    take.after(take.source().otherFile(), around, Role.FILLER);
  }

  private static List<SoundEdit> excerpts() {
    String group = SoundEdit.EXCERPTS;
    return List.of(
        excerpt("excerpt-5s", 5.3),
        excerpt("excerpt-6s", 6.2),
        excerpt("excerpt-8s", 8.1),
        excerpt("excerpt-10s", 10.4),
        excerpt("excerpt-15s", 15.3),
        inside("inside-6s", 6.3, 12.6),
        inside("inside-10s", 10.2, 17.4),
        of(group, "joined-other", "15 s, then 20 s of another", SoundEdits::joinedOther)
            .lasting(15.2),
        of(group, "joined-known", "12 s of it and of another entry", SoundEdits::joinedKnown)
            .lasting(12.3));
  }

  private static void joinedOther(Take take) {
    take.after(take.source().otherFile(), 20.1, Role.FILLER);
  }

  private static void joinedKnown(Take take) {
    take.after(take.source().partner(), 12.4, Role.PARTNER);
  }

  private static SoundEdit both(String name, String words, Consumer<Take> change) {
    return of(SoundEdit.COMBINATIONS, name, words, change);
  }

  private static void telephoneTempo(Take take) {
    take.sound(TELEPHONE_BAND);
    take.tempo(1.05);
  }

  private static void telephoneNoise(Take take) {
    noise(take, "pink", PINK_LEVEL, -6);
    take.sound(TELEPHONE_BAND);
  }

  private static void pitchTempo(Take take) {
    speed(take, 104);
    take.tempo(0.93);
  }

  private static void hallQuiet(Take take) {
    take.sound("aecho=0.8:0.88:60|130:0.4|0.3,lowpass=f=2500:p=2,volume=-12dB");
  }

  private static void insideNoise(Take take) {
    noise(take, "pink", PINK_LEVEL, -10);
    inside(take, 13.3);
  }

  private static void speedOver(Take take) {
    take.mixed(-8);
    speed(take, 103);
  }

  private static List<SoundEdit> combinations() {
    return List.of(
        both("telephone-tempo", "300 to 3400 Hz, played at 105 %", SoundEdits::telephoneTempo)
            .as(TELEPHONE),
        both("telephone-noise", "pink noise, 300 to 3400 Hz", SoundEdits::telephoneNoise)
            .as(TELEPHONE),
        both("speed-mp3", "speed 98 %, MP3 at 40 kbit/s", t -> speed(t, 98))
            .as(Format.sound("mp3", "-ac", "1", "-c:a", "libmp3lame", "-b:a", "40k")),
        both("excerpt-voice-note", "8 s as an Opus voice note", t -> {})
            .lasting(8.1)
            .as(SoundEdit.VOICE),
        both("pitch-tempo", "pitch 104 %, tempo 97 %", SoundEdits::pitchTempo),
        both("hall-quiet", "echo, nothing above 2.5 kHz, quiet", SoundEdits::hallQuiet),
        both("inside-noise", "10 s with noise between other sounds", SoundEdits::insideNoise)
            .lasting(10.3),
        both("speed-over", "another sound over it, speed 103 %", SoundEdits::speedOver),
        both("excerpt-speed", "10 s at speed 103 %", t -> speed(t, 103)).lasting(10.2),
        both("voice-note-over", "another sound 9 dB below, voice note", t -> t.mixed(-9))
            .as(SoundEdit.VOICE));
  }
}

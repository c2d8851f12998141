package dev.cordon.bots.evaluate.edits;

import dev.cordon.bots.evaluate.edits.Stretch.Role;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A film or a sound as it is being edited: what FFmpeg shall do, and what is known of the result.
 * For one thread and one copy.
 */
final class Take {
  private final Source source;
  private final Graph graph = new Graph();
  private final List<Path> plates = new ArrayList<>();
  private final Cuts cuts;
  private Optional<Frame> frame = Optional.empty();
  private Optional<String> sound = Optional.empty();
  private double seconds;
  private List<Stretch> truth;

  private Take(Source source, double longest) {
    this.source = source;
    this.cuts = new Cuts(source, graph);
    Cuts.Cut cut = cuts.of(source.file(), longest);
    this.seconds = cut.seconds();
    this.truth = List.of(cut.stretch(Role.COPY));
  }

  /** The picture of at most so many seconds of a film, as yet without sound. */
  static Take film(Source source, double longest) {
    Take take = new Take(source, longest);
    Stretch stretch = take.truth.get(0);
    Frame plain = Frame.of(source.studio().clip(source.file()));
    take.frame = Optional.of(take.cuts.picture(stretch, plain));
    return take;
  }

  /** At most so many seconds of a sound, or of a film's. */
  static Take sound(Source source, double longest) {
    return new Take(source, longest).withSound();
  }

  /** Adds the sound of the file, when it has any. */
  Take withSound() {
    if (source.studio().hasSound(source.file())) {
      sound = Optional.of(cuts.sound(truth.get(0)));
    } else if (frame.isEmpty()) {
      throw Studio.refusal("cannot be edited: there is no sound in it");
    }
    return this;
  }

  /** Adds the sound of another file, as long. */
  Take dubbed() {
    Stretch other = filler(source.sound(), Role.SOUND);
    sound = Optional.of(cuts.sound(other));
    truth = Stretch.plus(truth, other);
    return this;
  }

  Source source() {
    return source;
  }

  Frame frame() {
    return frame.orElseThrow(() -> new IllegalStateException("A sound has no picture"));
  }

  double seconds() {
    return seconds;
  }

  /** How loud what is edited was at first, in decibels. */
  double level() {
    return cuts.level(truth.get(0));
  }

  /** Sends the picture through a filter that leaves its size alone. */
  Take picture(String filter, Object... values) {
    frame = frame.map(now -> now.at(graph.filter(List.of(now.label()), filter, values)));
    return this;
  }

  /** The same with one that changes size or rate. */
  Take picture(UnaryOperator<Frame> change, String filter, Object... values) {
    picture(filter, values);
    frame = frame.map(change);
    return this;
  }

  Take scaled(double width, double height) {
    int w = Frame.even(width);
    int h = Frame.even(height);
    return picture(now -> now.sized(w, h), "scale=%d:%d,setsar=1", w, h);
  }

  /** Cuts out a rectangle, in fractions of width and height. */
  Take cropped(double left, double top, double width, double height) {
    Frame now = frame();
    int w = Math.min(now.width(), Frame.even(width * now.width()));
    int h = Math.min(now.height(), Frame.even(height * now.height()));
    int x = Math.min(now.width() - w, (int) (left * now.width()));
    int y = Math.min(now.height() - h, (int) (top * now.height()));
    return picture(any -> any.sized(w, h), "crop=%d:%d:%d:%d", w, h, x, y);
  }

  /** Sets it into a larger, coloured rectangle; places in fractions of what is left over. */
  Take padded(double width, double height, double x, double y, String colour) {
    Frame now = frame();
    int w = Math.max(now.width(), Frame.even(width));
    int h = Math.max(now.height(), Frame.even(height));
    int left = (int) (x * (w - now.width()));
    int top = (int) (y * (h - now.height()));
    String filter = "pad=%d:%d:%d:%d:color=%s";
    return picture(any -> any.sized(w, h), filter, w, h, left, top, colour);
  }

  Take paced(double rate) {
    return picture(now -> now.paced(rate), "fps=%s", rate);
  }

  /** Lays a drawing over the picture; the place as FFmpeg's overlay filter has it. */
  Take plate(BufferedImage drawing, String x, String y) {
    Path file = source.studio().scratchFile(".png");
    plates.add(file);
    try {
      Files.write(file, Encoding.PNG.bytes(drawing));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
    int input = graph.input(List.of("-i", file.toString()));
    return over(input + ":v", x, y);
  }

  private Take over(String top, String x, String y) {
    Frame now = frame();
    String filter = "overlay=x='" + x + "':y='" + y + "',format=yuv420p";
    frame = Optional.of(now.at(graph.filter(List.of(now.label(), top), filter)));
    return this;
  }

  /** Lays the picture onto a drawing of another size. */
  Take onto(BufferedImage drawing, int x, int y) {
    Frame small = frame();
    String ground =
        graph.filter(
            List.of(),
            "color=c=black:s=%dx%d:r=%s:d=%s,format=yuv420p",
            drawing.getWidth(),
            drawing.getHeight(),
            small.rate(),
            seconds);
    frame = Optional.of(small.sized(drawing.getWidth(), drawing.getHeight()).at(ground));
    plate(drawing, "0", "0");
    return over(small.label(), Integer.toString(x), Integer.toString(y));
  }

  /** Adds a stream that a filter makes of nothing. */
  String made(String filter, Object... values) {
    return graph.filter(List.of(), filter, values);
  }

  /** Puts a small graph in the picture's way: it splits, changes and joins what it gets. */
  Take split(UnaryOperator<Frame> change, String left, String right, String join) {
    Frame now = frame();
    List<String> halves = graph.filter(2, List.of(now.label()), "split");
    String one = graph.filter(List.of(halves.get(0)), left);
    String two = graph.filter(List.of(halves.get(1)), right);
    frame = Optional.of(change.apply(now.at(graph.filter(List.of(one, two), join))));
    return this;
  }

  Take sound(String filter, Object... values) {
    sound = sound.map(now -> graph.filter(List.of(now), filter, values));
    return this;
  }

  /** Lays a stretch of somebody else's sound over it, so many decibels louder than it is. */
  Take mixed(double decibels) {
    Stretch other = filler(source.sound(), Role.SOUND);
    double gain = level() + decibels - cuts.level(other);
    String laid = graph.filter(List.of(cuts.sound(other)), "volume=%.2fdB", gain);
    truth = Stretch.plus(truth, other);
    return mixedWith(laid);
  }

  /** Lays another stream of sound over it. */
  Take mixedWith(String other) {
    sound =
        sound.map(
            now -> graph.filter(List.of(now, other), "amix=inputs=2:duration=first:normalize=0"));
    return this;
  }

  /** Plays it faster, sound and all; slower below 1. */
  Take faster(double factor) {
    frame.ifPresent(now -> picture("setpts=PTS/%s,fps=%s", factor, now.rate()));
    return tempo(factor);
  }

  /** Plays the sound faster at the same pitch. */
  Take tempo(double factor) {
    return timed(factor, "atempo=" + factor);
  }

  /** Notes that the sound went through a filter that makes it faster. */
  Take timed(double factor, String filter) {
    sound(filter);
    seconds /= factor;
    truth = Stretch.faster(truth, factor);
    return this;
  }

  /** Sets so many seconds of other footage before it. */
  Take before(Path file, double longest, Role role) {
    Cuts.Cut cut = cuts.of(file, longest);
    join(cut.stretch(role), true);
    truth = Stretch.plus(Stretch.later(truth, cut.seconds()), cut.stretch(role));
    seconds += cut.seconds();
    return this;
  }

  /** Sets so many seconds of other footage behind it. */
  Take after(Path file, double longest, Role role) {
    Cuts.Cut cut = cuts.of(file, longest);
    join(cut.stretch(role), false);
    truth = Stretch.plus(truth, cut.stretch(role).later(seconds));
    seconds += cut.seconds();
    return this;
  }

  private void join(Stretch other, boolean before) {
    Optional<Frame> otherFrame = frame.map(now -> cuts.picture(other, now));
    frame =
        frame.map(now -> now.at(joined(now.label(), otherFrame.orElseThrow().label(), before, 1)));
    sound = sound.map(now -> joined(now, cuts.soundOrSilence(other), before, 0));
  }

  private String joined(String now, String other, boolean before, int pictures) {
    List<String> parts = before ? List.of(other, now) : List.of(now, other);
    return graph.filter(parts, "concat=n=2:v=%d:a=%d", pictures, 1 - pictures);
  }

  /** Sets it, small, over other footage of the same size, which is not heard. */
  Take inset(double fraction, double x, double y) {
    Frame large = frame();
    Stretch other = filler(source.otherFile(), Role.FILLER);
    scaled(large.width() * fraction, large.height() * fraction);
    Frame small = frame();
    frame = Optional.of(cuts.picture(other, large));
    truth = Stretch.plus(truth, other);
    return over(small.label(), "(W-w)*" + x, "(H-h)*" + y);
  }

  /** Sets other footage, small and not heard, into it. */
  Take hosting(double fraction, double x, double y) {
    Frame large = frame();
    Stretch other = filler(source.otherFile(), Role.FILLER);
    Frame small =
        large.sized(Frame.even(large.width() * fraction), Frame.even(large.height() * fraction));
    truth = Stretch.plus(truth, other);
    return over(cuts.picture(other, small).label(), "(W-w)*" + x, "(H-h)*" + y);
  }

  /** As much of a file as this is long, from the beginning of this. */
  private Stretch filler(Path file, Role role) {
    return cuts.of(file, seconds).stretch(role);
  }

  /** Makes the copy. */
  Edited made(Format format) {
    List<String> arguments = new ArrayList<>(graph.arguments());
    frame.ifPresent(
        now -> {
          arguments.addAll(List.of("-map", "[" + now.label() + "]"));
          arguments.addAll(format.pictureArguments(now));
        });
    sound.ifPresent(
        now -> {
          arguments.addAll(List.of("-map", "[" + now + "]"));
          arguments.addAll(format.sound());
        });
    // Nothing of the source's names and dates, nothing that differs from run to run.
    arguments.addAll(List.of("-threads", "1", "-map_metadata", "-1", "-fflags", "+bitexact"));
    arguments.addAll(List.of("-flags:v", "+bitexact", "-flags:a", "+bitexact"));
    try {
      byte[] bytes = source.studio().made(arguments, format.extension());
      return new Edited(bytes, format.extension(), truth);
    } finally {
      plates.forEach(source.studio()::delete);
    }
  }
}

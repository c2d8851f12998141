package dev.cordon.bots.explain;

import dev.cordon.bots.explain.Letters.Look;
import dev.cordon.matcher.Explanation.Course;
import dev.cordon.matcher.Match.Segment;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws a film or sound beside an entry: both timelines, then frames or spectrograms. */
final class CourseDrawing {
  private static final int SENTENCE = 34;
  private static final int LINE = 20;
  private static final int FOOTER = 30;
  private static final int TOP = Drawing.MARGIN + Header.HEIGHT;

  private final Exhibit exhibit;
  private final Course course;
  private final String sentence;
  private final Timelines timelines;
  private final int below;
  private final Filmstrip frames;
  private final Optional<SoundChart> sound;

  CourseDrawing(Exhibit exhibit, Course course) {
    this.exhibit = exhibit;
    this.course = course;
    this.sentence = TimeWords.sentence(exhibit.why());
    int top = TOP + (sentence.isEmpty() ? 0 : SENTENCE);
    this.timelines = new Timelines(exhibit, course, top);
    this.below = top + Timelines.HEIGHT + 12;
    this.frames = new Filmstrip(exhibit.reel().frames());
    this.sound =
        SoundWindow.of(exhibit.why())
            .flatMap(
                window ->
                    exhibit
                        .why()
                        .agreement()
                        .map(found -> new SoundChart(window, found, exhibit.reel())));
  }

  BufferedImage drawn() {
    List<String> legend = legend();
    int charts = frames.height() + (sound.isPresent() ? SoundChart.HEIGHT : 0);
    int height = below + charts + FOOTER + LINE * legend.size();
    BufferedImage image = new BufferedImage(Drawing.WIDTH, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = Drawing.pen(image);
    int width = Drawing.WIDTH - 2 * Drawing.MARGIN;
    Header.draw(pen, exhibit, Drawing.MARGIN, Drawing.MARGIN, width);
    Letters.write(pen, sentence, Look.bold(17, Colours.INK), Drawing.MARGIN, TOP + 14.0, width);
    timelines.draw(pen);
    exhibit.reel().frames().forEach(pair -> timelines.mark(pen, pair.moment()));
    frames.draw(pen, below);
    sound.ifPresent(chart -> chart.draw(pen, below + frames.height()));
    for (int i = 0; i < legend.size(); i++) {
      double y = below + charts + 18.0 + i * LINE;
      Letters.write(pen, legend.get(i), Look.plain(13, Colours.SOFT), Drawing.MARGIN, y, width);
    }
    pen.dispose();
    return image;
  }

  private List<String> legend() {
    List<String> legend = new ArrayList<>();
    Optional<Segment> matched = TimeWords.segment(exhibit.why());
    legend.add(
        (matched.isPresent()
                ? "Pink: what matches, joined from the file to the entry. "
                : "Nothing is joined, since nothing matches. ")
            + (others(matched) ? "Blue: further stretches that match too. " : "")
            + (timelines.isToScale() ? "" : "The two bars are not drawn to one scale."));
    if (!exhibit.reel().frames().isEmpty()) {
      legend.add("Triangles on the bars: where the frames below are from.");
    }
    if (sound.isPresent()) {
      legend.add(
          "Pink dots: spectral peaks that are in both, at the same time and pitch. Grey dots: peaks"
              + " of one of them only. Dark: loud. The entry's seconds stand below the file's.");
    }
    return legend;
  }

  private boolean others(Optional<Segment> matched) {
    return course.stretches().stream()
        .anyMatch(stretch -> matched.filter(stretch.segment()::equals).isEmpty());
  }
}

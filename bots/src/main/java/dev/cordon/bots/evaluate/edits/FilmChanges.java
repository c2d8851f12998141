package dev.cordon.bots.evaluate.edits;

import dev.cordon.bots.evaluate.edits.Stretch.Role;
import java.awt.image.BufferedImage;

/** What is done to a film's picture; several edits make use of each. */
final class FilmChanges {
  private FilmChanges() {}

  /** To at most so many lines, the shape as it was. */
  static void lines(Take take, int lines) {
    Frame now = take.frame();
    double scale = Math.min(1, (double) lines / Math.min(now.width(), now.height()));
    take.scaled(now.width() * scale, now.height() * scale);
  }

  /** Small and large again. */
  static void upscaled(Take take, int lines) {
    Frame before = take.frame();
    lines(take, lines);
    take.scaled(before.width(), before.height());
  }

  static void logo(Take take) {
    BufferedImage logo = Plates.logo(take.source(), take.frame().width() / 6);
    take.plate(logo, "W-w-W/40", "H/40");
  }

  /** A bar of a seventh of the height over the lower edge. */
  static void caption(Take take, boolean dark) {
    Frame now = take.frame();
    take.plate(Plates.bar(take.source(), now.width(), now.height() / 7, dark), "0", "H-h");
  }

  static void stickers(Take take) {
    int side = take.frame().height() / 5;
    take.plate(Plates.sticker(take.source(), side), "W/2+W/3*sin(t*0.9)-w/2", "H/4+H/6*cos(t*1.3)");
    take.plate(Plates.sticker(take.source(), side), "mod(t*60,W+w)-w", "H*0.7+H/12*sin(t*2)");
  }

  static void subtitles(Take take) {
    Frame now = take.frame();
    int width = now.width() * 4 / 5;
    take.plate(Plates.subtitle(take.source(), width, now.height() / 6), "(W-w)/2", "H*0.8");
  }

  static void ticker(Take take) {
    BufferedImage ticker = Plates.ticker(take.source(), take.frame().height() / 12);
    take.plate(ticker, "W-mod(t*110,W+w)", "H-h");
  }

  /** The middle in a shape of so much width to a height, as much of it as there is. */
  static void shape(Take take, double aspect) {
    Frame now = take.frame();
    double wide = aspect * now.height() / now.width();
    double width = Math.min(1, wide);
    double height = Math.min(1, 1 / wide);
    take.cropped((1 - width) / 2, (1 - height) / 2, width, height);
  }

  /** So much off either side, and above and below. */
  static void trimmed(Take take, double share) {
    take.cropped(share, share, 1 - 2 * share, 1 - 2 * share);
  }

  static void letterbox(Take take) {
    Frame now = take.frame();
    take.padded(now.width(), now.height() * 1.34, 0, 0.5, "black");
  }

  static void pillarbox(Take take) {
    Frame now = take.frame();
    take.padded(now.width() * 1.4, now.height(), 0.5, 0, "black");
  }

  /** Upright, 9 to 16, above and below the film itself, enlarged and blurred. */
  static void blurredBars(Take take) {
    String ground =
        "scale=54:96:force_original_aspect_ratio=increase,crop=54:96,gblur=sigma=2,scale=540:960,setsar=1";
    String film =
        "scale=540:960:force_original_aspect_ratio=decrease:force_divisible_by=2,setsar=1";
    take.split(
        now -> now.sized(540, 960), ground, film, "overlay=x=(W-w)/2:y=(H-h)/2,format=yuv420p");
  }

  static void frame(Take take) {
    Frame now = take.frame();
    int border = now.height() / 12;
    take.plate(Plates.frame(take.source(), now.width(), now.height(), border), "0", "0");
  }

  static void tilted(Take take, double degrees) {
    take.picture("rotate=%.2f*PI/180:fillcolor=black", degrees * take.source().sign());
  }

  static void rotated90(Take take) {
    take.picture(now -> now.sized(now.height(), now.width()), "transpose=1,setsar=1");
  }

  /**
   * A player's window filmed off a screen: six tenths of the width, somewhat tilted, 30 a second.
   */
  static void recorded(Take take) {
    lines(take, 480);
    Frame whole = take.frame();
    take.scaled(whole.width() * 0.6, whole.height() * 0.6);
    Frame film = take.frame();
    int width = whole.width();
    int height = whole.height();
    BufferedImage player = Plates.player(take.source(), width, height, film.width(), film.height());
    take.onto(player, Plates.playerLeft(width), Plates.playerTop(height));
    take.picture("rotate=0.012:fillcolor=0x303030,lutyuv=y=gammaval(0.85)");
    take.paced(30);
  }

  /** A square of the middle in a circle, 240 pixels wide. */
  static void round(Take take) {
    shape(take, 1);
    take.scaled(240, 240);
    take.plate(Plates.porthole(240), "0", "0");
  }

  /** So many seconds of other footage on both sides. */
  static void inside(Take take, double before, double after) {
    take.before(take.source().otherFile(), before, Role.FILLER);
    take.after(take.source().otherFile(), after, Role.FILLER);
  }
}

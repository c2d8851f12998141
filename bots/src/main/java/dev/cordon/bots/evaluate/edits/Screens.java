package dev.cordon.bots.evaluate.edits;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Screenshots, and photographs of screens. */
final class Screens {
  private static final String GROUP = "screen";
  private static final int WIDTH = 720;
  private static final int HEIGHT = 1560;

  private Screens() {}

  static List<PictureEdit> all() {
    return List.of(
        edit(
            "screenshot-light",
            "telephone "
                + WIDTH
                + "×"
                + HEIGHT
                + ", light: status bar, application bar, buttons, text",
            (p, s) -> phone(p, s, Theme.LIGHT)),
        edit("screenshot-dark", "the same, dark", (p, s) -> phone(p, s, Theme.DARK)),
        edit(
            "screenshot-viewer",
            "telephone, the picture alone on black, bars above and below",
            Screens::viewer),
        edit(
            "screenshot-chat",
            "telephone, a chat; the picture in a bubble of 55 % of the width",
            (p, s) -> chat(p, s)),
        edit(
            "screenshot-desktop",
            "desktop 1366×768, the picture in a window with a list beside it",
            (p, s) -> desktop(p, s)),
        edit(
            "photo-of-screen",
            "corners moved by up to 7 %, moiré, glare, noise 8, blur 0.8",
            (p, s) -> photographed(p, s, 0.07)),
        edit(
            "photo-of-screen-oblique",
            "the same with corners moved by up to 18 %",
            (p, s) -> photographed(p, s, 0.18)));
  }

  private record Theme(Color ground, Color bar, Color text, Color faint) {
    static final Theme LIGHT =
        new Theme(
            Color.WHITE, new Color(244, 245, 247), new Color(20, 22, 26), new Color(150, 154, 160));
    static final Theme DARK =
        new Theme(
            new Color(14, 16, 20),
            new Color(28, 31, 38),
            new Color(235, 237, 240),
            new Color(120, 126, 134));
  }

  static BufferedImage phone(BufferedImage picture, Source source, Theme theme) {
    BufferedImage shown = shown(picture, WIDTH, 1000);
    return Canvas.drawn(
        WIDTH,
        HEIGHT,
        theme.ground(),
        pen -> {
          statusBar(pen, theme);
          author(pen, theme, source);
          pen.drawImage(shown, (WIDTH - shown.getWidth()) / 2, 230, null);
          buttons(pen, theme, 230 + shown.getHeight() + 20);
          int y = 230 + shown.getHeight() + 120;
          for (int i = 0; i < 5; i++) {
            paragraph(pen, theme, source, y + i * 60);
          }
          navigation(pen, theme);
        });
  }

  /** A light screenshot, for what is done to screenshots. */
  static BufferedImage light(BufferedImage picture, Source source) {
    return phone(picture, source, Theme.LIGHT);
  }

  private static BufferedImage shown(BufferedImage picture, int width, int height) {
    return Canvas.fitted(picture, width, height);
  }

  private static void statusBar(Graphics2D pen, Theme theme) {
    pen.setColor(theme.bar());
    pen.fillRect(0, 0, WIDTH, 130);
    pen.setColor(theme.text());
    Lettering.line(pen, "12:34", 24, 30, 40);
    pen.setStroke(new BasicStroke(3));
    pen.drawRoundRect(WIDTH - 75, 20, 44, 22, 6, 6);
    pen.fillRect(WIDTH - 72, 23, 30, 17);
    for (int i = 0; i < 4; i++) {
      pen.fillRect(WIDTH - 130 + i * 11, 36 - i * 5, 7, 6 + i * 5);
    }
    Lettering.line(pen, "Photos", 32, 80, 105);
    pen.drawLine(30, 95, 50, 78);
    pen.drawLine(30, 95, 50, 112);
  }

  private static void author(Graphics2D pen, Theme theme, Source source) {
    pen.setColor(source.colour());
    pen.fillOval(24, 148, 66, 66);
    pen.setColor(theme.text());
    Lettering.line(pen, "daily.pictures", 26, 106, 178);
    pen.setColor(theme.faint());
    Lettering.line(pen, "2 hours ago", 20, 106, 208);
  }

  private static void buttons(Graphics2D pen, Theme theme, int y) {
    pen.setColor(theme.text());
    pen.setStroke(new BasicStroke(4));
    pen.drawOval(30, y, 44, 44);
    pen.drawRoundRect(104, y + 2, 48, 38, 14, 14);
    pen.drawLine(184, y + 40, 224, y + 4);
    pen.drawLine(224, y + 4, 196, y + 4);
    pen.drawRect(WIDTH - 74, y, 36, 44);
    Lettering.line(pen, "1,204 likes", 24, 30, y + 84);
  }

  private static void paragraph(Graphics2D pen, Theme theme, Source source, int y) {
    pen.setColor(theme.text());
    Lettering.line(pen, Lettering.phrase(source), 24, 30, y + 34);
  }

  private static void navigation(Graphics2D pen, Theme theme) {
    pen.setColor(theme.bar());
    pen.fillRect(0, HEIGHT - 110, WIDTH, 110);
    pen.setColor(theme.faint());
    for (int i = 0; i < 5; i++) {
      pen.fillRoundRect(50 + i * 140, HEIGHT - 86, 50, 44, 14, 14);
    }
    pen.setColor(theme.text());
    pen.fillRoundRect(WIDTH / 2 - 110, HEIGHT - 18, 220, 8, 8, 8);
  }

  private static BufferedImage viewer(BufferedImage picture, Source source) {
    BufferedImage shown = shown(picture, WIDTH, HEIGHT - 300);
    return Canvas.drawn(
        WIDTH,
        HEIGHT,
        Color.BLACK,
        pen -> {
          statusBar(pen, new Theme(Color.BLACK, Color.BLACK, Color.WHITE, Color.GRAY));
          pen.drawImage(
              shown, (WIDTH - shown.getWidth()) / 2, (HEIGHT - shown.getHeight()) / 2, null);
          pen.setColor(Color.WHITE);
          Lettering.line(pen, Lettering.phrase(source), 24, 30, HEIGHT - 100);
          pen.fillRoundRect(WIDTH / 2 - 110, HEIGHT - 18, 220, 8, 8, 8);
        });
  }

  private static BufferedImage chat(BufferedImage picture, Source source) {
    BufferedImage shown = shown(picture, (int) (WIDTH * 0.55), 700);
    Theme theme = Theme.LIGHT;
    return Canvas.drawn(
        WIDTH,
        HEIGHT,
        new Color(205, 222, 205),
        pen -> {
          statusBar(pen, theme);
          bubble(pen, source, 170, true);
          bubble(pen, source, 250, false);
          pen.setColor(Color.WHITE);
          int width = shown.getWidth() + 16;
          pen.fillRoundRect(22, 340, width, shown.getHeight() + 60, 24, 24);
          Borders.rounded(pen, shown, 30, 348, 20);
          pen.setColor(theme.faint());
          Lettering.line(pen, "12:31", 18, 36, 348 + shown.getHeight() + 34);
          int below = 348 + shown.getHeight() + 80;
          for (int y = below; y < HEIGHT - 200; y += 80) {
            bubble(pen, source, y, (y - below) % 160 != 0);
          }
          pen.setColor(Color.WHITE);
          pen.fillRect(0, HEIGHT - 100, WIDTH, 100);
        });
  }

  private static void bubble(Graphics2D pen, Source source, int y, boolean own) {
    String text = Lettering.phrase(source);
    int width = (int) Lettering.width(text, 22) + 40;
    int x = own ? WIDTH - width - 20 : 20;
    pen.setColor(own ? new Color(225, 255, 200) : Color.WHITE);
    pen.fillRoundRect(x, y, width, 62, 24, 24);
    pen.setColor(Color.BLACK);
    Lettering.line(pen, text, 22, x + 20, y + 40);
  }

  private static BufferedImage desktop(BufferedImage picture, Source source) {
    Color from = source.colour();
    Color to = source.colour();
    BufferedImage shown = shown(picture, 760, 500);
    return Canvas.drawn(
        1366,
        768,
        from,
        pen -> {
          pen.setPaint(new GradientPaint(0, 0, from, 1366, 768, to));
          pen.fillRect(0, 0, 1366, 768);
          window(pen, source);
          pen.drawImage(
              shown, 340 + (860 - shown.getWidth()) / 2, 130 + (530 - shown.getHeight()) / 2, null);
          pen.setColor(new Color(30, 32, 36));
          pen.fillRect(0, 728, 1366, 40);
          for (int i = 0; i < 6; i++) {
            pen.setColor(source.colour());
            pen.fillRoundRect(14 + i * 50, 734, 28, 28, 8, 8);
          }
        });
  }

  private static void window(Graphics2D pen, Source source) {
    pen.setColor(Color.WHITE);
    pen.fillRect(120, 60, 1100, 620);
    pen.setColor(new Color(222, 225, 230));
    pen.fillRect(120, 60, 1100, 50);
    pen.setColor(new Color(240, 242, 245));
    pen.fillRect(120, 110, 210, 570);
    pen.setColor(new Color(60, 64, 70));
    Lettering.line(pen, "Picture viewer", 18, 150, 92);
    for (int i = 0; i < 12; i++) {
      String text = Lettering.phrase(source);
      Lettering.line(pen, text.substring(0, Math.min(15, text.length())), 14, 136, 150 + i * 42);
    }
    pen.setColor(new Color(230, 80, 70));
    pen.fillOval(1188, 76, 18, 18);
  }

  /** What a camera makes of a screen. */
  private static BufferedImage photographed(BufferedImage picture, Source source, double share) {
    BufferedImage screen = Borders.framed(picture, 0.03, new Color(18, 18, 20));
    int width = screen.getWidth();
    int height = screen.getHeight();
    double[] corners = Warps.corners(width, height, share, source);
    BufferedImage oblique = Warp.onto(screen, width, height, 0x4a4038, corners);
    BufferedImage glaring = moire(oblique, source);
    return Noises.noisy(Blur.gaussian(glaring, Blurs.pixels(glaring, 0.8)), source, 8);
  }

  private static BufferedImage moire(BufferedImage picture, Source source) {
    double angle = source.between(0, Math.PI);
    double waveX = Math.cos(angle) * source.between(0.25, 0.7);
    double waveY = Math.sin(angle) * source.between(0.25, 0.7);
    double glareX = source.between(0.1, 0.9) * picture.getWidth();
    double glareY = source.between(0.1, 0.9) * picture.getHeight();
    double reach = picture.getWidth() * source.between(0.15, 0.3);
    return Pixels.mapped(
        picture,
        (x, y, c) -> {
          double wave = 1 + 0.09 * Math.sin(x * waveX + y * waveY + 2 * Math.sin(y * 0.011));
          double away = Math.hypot(x - glareX, y - glareY) / reach;
          double glare = 0.55 * Math.exp(-away * away);
          int waved =
              Pixels.colour(
                  Pixels.red(c) * wave * 0.93,
                  Pixels.green(c) * wave,
                  Pixels.blue(c) * wave * 1.06);
          return Pixels.mixed(waved, 0xffffff, glare);
        });
  }

  private static PictureEdit edit(String name, String parameters, PictureEdit.Change change) {
    return PictureEdit.of(GROUP, name, parameters, change);
  }
}

package dev.cordon.matcher.qr;

import dev.cordon.matcher.Match.Region;
import dev.cordon.matcher.signal.Links;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A link that stands somewhere in a picture. As text {@code left,top,right,bottom,link}, edges in
 * ten-thousandths of the width or height.
 *
 * @param link in canonical form
 */
public record PictureLink(Region region, String link) {
  private static final int SCALE = 10_000;

  /** Characters of a code's text: verdicts are kept by links, and codes hold thousands. */
  private static final int LONGEST = 512;

  /**
   * What codes hold of links: with a scheme, or a bare host with a dot. A name after an at sign is
   * none, as it may be of any network.
   */
  private static final Pattern LINK =
      Pattern.compile(
          "(?:ur[li]:)?"
              + "((?:https?://|tg:)\\S+|(?:[\\p{L}\\p{N}-]{1,63}\\.){1,8}\\p{L}{2,63}(?:[:/?#]\\S*)?)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern TEXT =
      Pattern.compile("(\\d{1,5}),(\\d{1,5}),(\\d{1,5}),(\\d{1,5}),(\\S.*)", Pattern.DOTALL);

  /** The link of a code; empty when its text is none. */
  static Optional<PictureLink> of(Code code) {
    String text = code.text().strip();
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    return Optional.of(LINK.matcher(text))
        .filter(Matcher::matches)
        .map(match -> Links.canonical(match.group(1)))
        .filter(PictureLink::leadsSomewhere)
        .map(link -> new PictureLink(code.region(), link));
  }

  /** Of Telegram's own scheme only names and invitations have a canonical form. */
  private static boolean leadsSomewhere(String canonical) {
    return canonical.indexOf('.') > 0;
  }

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException when it is malformed
   */
  public static PictureLink parse(String text) {
    Matcher fields = TEXT.matcher(text);
    if (!fields.matches()) {
      throw new IllegalArgumentException(
          PictureLinks.TYPE
              + " must be left,top,right,bottom,link; had "
              + text.length()
              + " characters");
    }
    Region region =
        new Region(
            edge(fields.group(1)),
            edge(fields.group(2)),
            edge(fields.group(3)),
            edge(fields.group(4)));
    return new PictureLink(region, Links.canonical(fields.group(5)));
  }

  private static double edge(String digits) {
    return Math.min(SCALE, Integer.parseInt(digits)) / (double) SCALE;
  }

  @Override
  public String toString() {
    return "%d,%d,%d,%d,%s"
        .formatted(
            Math.round(region.left() * SCALE),
            Math.round(region.top() * SCALE),
            Math.round(region.right() * SCALE),
            Math.round(region.bottom() * SCALE),
            link);
  }
}

package dev.cordon.adapters.telegram.sandbox;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Telegram's small HTML: which marks there are, and what is left when they are taken off. */
final class Html {
  private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z][\\w-]*)([^<>]*)>");
  private static final Pattern KNOWN =
      Pattern.compile("b|strong|i|em|u|ins|s|strike|del|a|code|pre|span|tg-spoiler|blockquote");
  private static final Pattern ENTITY = Pattern.compile("&(lt|gt|amp|quot);");

  /**
   * The words without marks.
   *
   * @throws ApiError as Telegram answers to a mark that it does not know
   */
  static String plain(String html) {
    StringBuilder text = new StringBuilder();
    Matcher tag = TAG.matcher(html);
    int from = 0;
    while (tag.find()) {
      if (!KNOWN.matcher(tag.group(2)).matches()) {
        throw unparsable("Unsupported start tag \"" + tag.group(2) + "\"", tag.start());
      }
      text.append(words(html, from, tag.start()));
      from = tag.end();
    }
    return text.append(words(html, from, html.length())).toString();
  }

  private static String words(String html, int from, int to) {
    String part = html.substring(from, to);
    int stray = part.indexOf('<');
    if (stray >= 0) {
      throw unparsable("Unsupported start tag \"\"", from + stray);
    }
    return ENTITY.matcher(part).replaceAll(match -> character(match.group(1)));
  }

  private static String character(String name) {
    return switch (name) {
      case "lt" -> "<";
      case "gt" -> ">";
      case "quot" -> "\"";
      default -> "&";
    };
  }

  private static ApiError unparsable(String what, int offset) {
    return ApiError.badRequest("can't parse entities: " + what + " at byte offset " + offset);
  }

  private Html() {}
}

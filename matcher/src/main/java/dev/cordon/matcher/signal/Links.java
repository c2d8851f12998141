package dev.cordon.matcher.signal;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Links as values of URL signals: all the ways to write one give the same text. */
public final class Links {
  private static final Pattern JOIN =
      Pattern.compile("tg:/{0,2}join/?\\?(?:.*&)?invite=([\\w-]+).*", Pattern.CASE_INSENSITIVE);
  private static final Pattern RESOLVE =
      Pattern.compile("tg:/{0,2}resolve/?\\?(?:.*&)?domain=(\\w+).*", Pattern.CASE_INSENSITIVE);
  private static final Pattern MENTION = Pattern.compile("@(\\w+)");
  private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*://(.*)");
  private static final Pattern AUTHORITY =
      Pattern.compile("(?:[^/?#]*@)?([^/?#:]+|\\[[^\\]]*])(?::(\\d*))?([/?#].*)?", Pattern.DOTALL);
  private static final Pattern TELEGRAM =
      Pattern.compile("(?:www\\.)?(?:t\\.me|telegram\\.me|telegram\\.dog)");

  private Links() {}

  /**
   * The canonical text of a link: scheme, user, default port, fragment and trailing slashes
   * dropped, host in lower case; Telegram's forms as {@code t.me/name} and {@code t.me/+invite}.
   * The canonical text of a canonical text is itself. What is no link comes back stripped.
   */
  public static String canonical(String link) {
    String text = link.strip();
    Matcher join = JOIN.matcher(text);
    if (join.matches()) {
      return "t.me/+" + join.group(1);
    }
    Matcher name = RESOLVE.matcher(text);
    if (name.matches()) {
      return "t.me/" + lower(name.group(1));
    }
    Matcher mention = MENTION.matcher(text);
    return mention.matches() ? "t.me/" + lower(mention.group(1)) : web(text);
  }

  private static String web(String text) {
    Matcher scheme = SCHEME.matcher(text);
    Matcher parts = AUTHORITY.matcher(scheme.matches() ? scheme.group(1) : text);
    if (!parts.matches()) {
      return text;
    }
    String host = lower(parts.group(1));
    String port = port(parts.group(2));
    String rest = rest(parts.group(3) == null ? "" : parts.group(3));
    return TELEGRAM.matcher(host).matches() ? "t.me" + telegram(rest) : host + port + rest;
  }

  /** Which scheme it came with is dropped, so both default ports are. */
  private static String port(@Nullable String port) {
    boolean byDefault = port == null || port.isEmpty() || port.equals("80") || port.equals("443");
    return byDefault ? "" : ":" + port;
  }

  private static String rest(String rest) {
    int fragment = rest.indexOf('#');
    String text = fragment < 0 ? rest : rest.substring(0, fragment);
    int query = text.indexOf('?');
    String path = query < 0 ? text : text.substring(0, query);
    String asked = query < 0 || query == text.length() - 1 ? "" : text.substring(query);
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end) + asked;
  }

  /** Names are the same in either case there, invitations are not. */
  private static String telegram(String rest) {
    if (rest.startsWith("/joinchat/")) {
      return "/+" + rest.substring("/joinchat/".length());
    }
    if (rest.startsWith("/+") || rest.isEmpty()) {
      return rest;
    }
    int end = rest.substring(1).replace('?', '/').indexOf('/') + 1;
    return end == 0 ? lower(rest) : lower(rest.substring(0, end)) + rest.substring(end);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}

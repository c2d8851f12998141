package dev.cordon.bots.evaluate;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Pieces of HTML; whatever is given as text is escaped. */
final class Html {
  private Html() {}

  static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '&' -> safe.append("&amp;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(c);
      }
    }
    return safe.toString();
  }

  /** A picture within the page; a box that says so when there is none. */
  static String picture(Optional<byte[]> jpeg, String words) {
    return jpeg.map(
            bytes ->
                "<img alt=\""
                    + escaped(words)
                    + "\" src=\"data:image/jpeg;base64,"
                    + Base64.getEncoder().encodeToString(bytes)
                    + "\">")
        .orElse("<div class=\"none\">no picture</div>");
  }

  /** A table; columns named with a leading # hold numbers. */
  static String table(List<String> columns, List<List<String>> rows) {
    String head =
        columns.stream()
            .map(
                name -> "<th" + number(name) + ">" + escaped(name.replaceFirst("^#", "")) + "</th>")
            .collect(Collectors.joining());
    String body = rows.stream().map(row -> row(columns, row)).collect(Collectors.joining("\n"));
    return "<div class=\"wide\"><table><thead><tr>"
        + head
        + "</tr></thead><tbody>\n"
        + body
        + "</tbody></table></div>\n";
  }

  private static String row(List<String> columns, List<String> row) {
    StringBuilder html = new StringBuilder("<tr>");
    for (int i = 0; i < row.size(); i++) {
      html.append("<td").append(number(columns.get(i))).append('>');
      html.append(escaped(row.get(i))).append("</td>");
    }
    return html.append("</tr>").toString();
  }

  private static String number(String column) {
    return column.startsWith("#") ? " class=\"number\"" : "";
  }

  /** A figure in large letters with what it is beneath. */
  static String tile(String figure, String words, boolean good) {
    return "<div class=\"tile"
        + (good ? "" : " bad")
        + "\"><b>"
        + escaped(figure)
        + "</b><span>"
        + escaped(words)
        + "</span></div>";
  }

  static String section(String title, String body) {
    return "<section><h2>" + escaped(title) + "</h2>\n" + body + "</section>\n";
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  /** An entry of a legend. */
  static String key(String series, String words) {
    return "<span><i class=\"" + series + "\"></i>" + escaped(words) + "</span>";
  }

  /** A plot with its title and a remark. */
  static String figure(String title, String remark, String plot) {
    return "<figure><figcaption>"
        + escaped(title)
        + " <small>"
        + escaped(remark)
        + "</small></figcaption>"
        + plot
        + "</figure>\n";
  }

  static String paragraph(String text) {
    return "<p>" + escaped(text) + "</p>\n";
  }
}

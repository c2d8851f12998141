package dev.cordon.bots.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cordon.matcher.Match;
import java.util.Locale;
import java.util.Optional;

/** How {@code scan} writes its lines. TSV and JSONL are stable: scripts rely on them. */
enum RowFormat {
  /** For people. */
  TABLE {
    @Override
    String header() {
      return String.format(
          TABLE_LINE, "VERDICT", "SIGNAL", "DISTANCE", "SEGMENT", "MILLIS", "PATH", "");
    }

    @Override
    String line(Row row) {
      String entry = row.entry().map(name -> " = " + escaped(name)).orElse("");
      return String.format(
          TABLE_LINE,
          row.verdict(),
          row.signal().orElse("-"),
          row.distance().orElse("-"),
          row.segment().orElse("-"),
          row.millis(),
          escaped(row.path().toString()),
          entry);
    }
  },

  /** Tab-separated; backslash, tab and line breaks in names are written as \\, \t, \n and \r. */
  TSV {
    @Override
    String header() {
      return "path\tverdict\tentry\tsignal\tdistance\tsegment\tmillis";
    }

    @Override
    String line(Row row) {
      return String.join(
          "\t",
          escaped(row.path().toString()),
          row.verdict(),
          row.entry().map(RowFormat::escaped).orElse("-"),
          row.signal().orElse("-"),
          row.distance().orElse("-"),
          row.segment().orElse("-"),
          Long.toString(row.millis()));
    }
  },

  /** One JSON object a line; what does not apply is left out. */
  JSONL {
    @Override
    String header() {
      return "";
    }

    @Override
    String line(Row row) {
      ObjectNode json = JSON.createObjectNode();
      json.put("path", row.path().toString());
      json.put("verdict", row.verdict());
      row.entry().ifPresent(entry -> json.put("entry", entry));
      row.match().ifPresent(match -> describe(match, json));
      put(json, "segment", row.segment());
      put(json, "reason", row.reason());
      json.put("millis", row.millis());
      return write(json);
    }
  };

  private static final String TABLE_LINE = "%-11s  %-8s  %8s  %-9s  %6s  %s%s";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The first line; empty for none. */
  abstract String header();

  abstract String line(Row row);

  private static String escaped(String name) {
    return name.replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  private static void describe(Match match, ObjectNode json) {
    json.put("bank", match.bank());
    json.put("signal", match.signal());
    json.put("distance", match.distance());
    json.put("quality", match.quality());
    json.put("variant", match.variant());
    json.put("confidence", match.confidence());
    json.put("falsePositives", match.falsePositives());
    match.region().ifPresent(region -> json.set("region", region(region)));
    match.entryRegion().ifPresent(region -> json.set("entryRegion", region(region)));
    json.put("opinion", match.opinion().name().toLowerCase(Locale.ROOT));
  }

  private static ObjectNode region(Match.Region region) {
    return JSON.createObjectNode()
        .put("left", region.left())
        .put("top", region.top())
        .put("right", region.right())
        .put("bottom", region.bottom());
  }

  private static void put(ObjectNode json, String key, Optional<String> value) {
    value.ifPresent(text -> json.put(key, text));
  }

  private static String write(ObjectNode json) {
    try {
      return JSON.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}

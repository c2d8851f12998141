package dev.cordon.bots.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The photographs that come along; {@code SOURCES.md} beside them says whose they are. */
final class Photographs {
  private static final String SOURCES = "SOURCES.md";
  private static final Pattern LISTED = Pattern.compile("`((bank|clean)/([a-z0-9-]+)\\.jpg)`");

  private Photographs() {}

  /** The JPEGs to be enrolled, by name. */
  static Map<String, byte[]> known() {
    return folder("bank");
  }

  /** The JPEGs that are in no bank, by name. */
  static Map<String, byte[]> clean() {
    return folder("clean");
  }

  private static Map<String, byte[]> folder(String folder) {
    Map<String, byte[]> photographs = new LinkedHashMap<>();
    Matcher listed = LISTED.matcher(new String(read(SOURCES), StandardCharsets.UTF_8));
    while (listed.find()) {
      if (listed.group(2).equals(folder)) {
        photographs.put(listed.group(3), read(listed.group(1)));
      }
    }
    return photographs;
  }

  private static byte[] read(String name) {
    try (InputStream in = Photographs.class.getResourceAsStream(name)) {
      return Optional.ofNullable(in)
          .orElseThrow(() -> new IllegalStateException("Cordon was built without " + name))
          .readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the demo's " + name, e);
    }
  }
}

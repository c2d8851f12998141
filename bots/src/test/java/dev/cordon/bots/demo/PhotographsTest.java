package dev.cordon.bots.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The committed photographs: each has a source and a free licence, and stays small. */
class PhotographsTest {
  private static final Set<String> FREE = Set.of("public domain", "CC0-1.0", "CC-BY-4.0");
  private static final Pattern ROW = Pattern.compile("\\| `([^`]+\\.jpg)` \\|.*\\| ([^|]+) \\|");

  @Test
  void everyPhotographIsListedOnceUnderAFreeLicence() throws Exception {
    Map<String, String> licences = listed();
    assertThat(licences.keySet()).containsExactlyInAnyOrderElementsOf(photographs());
    assertThat(licences.values()).isSubsetOf(FREE);
  }

  @Test
  void aDozenToEnrolAndOthersToLeaveAlone() throws Exception {
    assertThat(photographs()).filteredOn(name -> name.startsWith("bank/")).hasSize(12);
    assertThat(photographs()).filteredOn(name -> name.startsWith("clean/")).hasSize(14);
  }

  @Test
  void eachIsASmallJpegThatDecodes() throws Exception {
    for (String name : photographs()) {
      Path file = folder().resolve(name);
      var image = ImageIO.read(file.toFile());
      assertThat(image).as(name).isNotNull();
      assertThat(Math.max(image.getWidth(), image.getHeight())).as(name).isBetween(600, 1000);
      assertThat(Files.size(file)).as(name).isLessThanOrEqualTo(90 * 1024);
    }
  }

  private static Map<String, String> listed() throws Exception {
    return Files.readString(folder().resolve("SOURCES.md"))
        .lines()
        .map(ROW::matcher)
        .filter(Matcher::matches)
        .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));
  }

  /** Each as {@code folder/file}. */
  private static List<String> photographs() throws Exception {
    Path folder = folder();
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(".jpg"))
          .toList();
    }
  }

  private static Path folder() throws URISyntaxException {
    var sources = PhotographsTest.class.getResource("SOURCES.md");
    return Path.of(Objects.requireNonNull(sources).toURI()).resolveSibling("");
  }
}

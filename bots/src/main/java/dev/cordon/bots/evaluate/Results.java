package dev.cordon.bots.evaluate;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.cordon.bots.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The results file: a line with the parameters, then one for each outcome, all JSON. An evaluation
 * that was stopped goes on behind the last whole line.
 */
public final class Results implements AutoCloseable {
  private static final TypeReference<TreeMap<String, String>> PARAMETERS = new TypeReference<>() {};

  private final List<Outcome> outcomes;
  private final BufferedWriter writer;

  private Results(List<Outcome> outcomes, BufferedWriter writer) {
    this.outcomes = outcomes;
    this.writer = writer;
  }

  /**
   * Opens the file to go on, or makes it.
   *
   * @param parameters what results depend on
   * @param fresh whether what is there already is thrown away
   * @throws IllegalArgumentException when what is there came of other parameters
   */
  public static Results open(Path file, Map<String, String> parameters, boolean fresh) {
    try {
      List<String> lines = fresh || Files.notExists(file) ? List.of() : wholeLines(file);
      List<Outcome> outcomes =
          lines.stream().skip(1).map(line -> Json.read(line, Outcome.class)).toList();
      String header = Json.write(new TreeMap<>(parameters));
      if (!lines.isEmpty()) {
        check(file, lines.get(0), parameters);
      }
      // Written anew, without the half of a line that a killed process may leave behind.
      Files.write(file, lines.isEmpty() ? List.of(header) : lines);
      return new Results(
          new ArrayList<>(outcomes), Files.newBufferedWriter(file, StandardOpenOption.APPEND));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the results to " + file, e);
    }
  }

  private static List<String> wholeLines(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
  }

  private static void check(Path file, String header, Map<String, String> parameters) {
    Map<String, String> before = parameters(file, header);
    String differing =
        Stream.concat(before.keySet().stream(), parameters.keySet().stream())
            .distinct()
            .sorted()
            .filter(name -> !Objects.equals(before.get(name), parameters.get(name)))
            .map(name -> name + " was " + before.get(name) + ", is " + parameters.get(name))
            .collect(Collectors.joining("; "));
    if (!differing.isEmpty()) {
      throw new IllegalArgumentException(
          file
              + " came of other parameters ("
              + differing
              + "); begin anew with --fresh, or name another folder with -o");
    }
  }

  private static Map<String, String> parameters(Path file, String header) {
    try {
      JsonNode tree = Json.mapper().readTree(header);
      return Json.mapper().convertValue(tree, PARAMETERS);
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          file + " is not a results file; name another folder with -o, or overwrite with --fresh",
          e);
    }
  }

  /** The trials that have no outcome yet. */
  public List<Trial> left(List<Trial> trials) {
    Set<String> judged = outcomes.stream().map(Outcome::key).collect(Collectors.toSet());
    return trials.stream().filter(trial -> !judged.contains(trial.key())).toList();
  }

  /** Adds an outcome; it is with the operating system when this returns. */
  public void add(Outcome outcome) {
    outcomes.add(outcome);
    try {
      writer.write(Json.write(outcome));
      writer.write('\n');
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the results", e);
    }
  }

  /** Those of before and those that were added. */
  public List<Outcome> outcomes() {
    return List.copyOf(outcomes);
  }

  @Override
  public void close() {
    try {
      writer.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the results", e);
    }
  }
}

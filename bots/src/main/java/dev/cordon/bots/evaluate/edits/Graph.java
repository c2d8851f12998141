package dev.cordon.bots.evaluate.edits;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** FFmpeg's inputs and the filters behind them, as they are put together. */
final class Graph {
  private final List<String> inputs = new ArrayList<>();
  private final List<String> filters = new ArrayList<>();
  private int inputCount;
  private int labelCount;

  /** Adds an input with the arguments of its own; gives its number. */
  int input(List<String> arguments) {
    inputs.addAll(arguments);
    return inputCount++;
  }

  /** Adds a filter behind labelled streams; gives the label of what comes out. */
  String filter(List<String> from, String filter, Object... values) {
    return filter(1, from, filter, values).get(0);
  }

  /** The same with several outputs. */
  List<String> filter(int outputs, List<String> from, String filter, Object... values) {
    StringBuilder line = new StringBuilder();
    from.forEach(label -> line.append('[').append(label).append(']'));
    line.append(values.length == 0 ? filter : String.format(Locale.ROOT, filter, values));
    List<String> to = new ArrayList<>();
    for (int i = 0; i < outputs; i++) {
      to.add("s" + labelCount++);
      line.append('[').append(to.get(i)).append(']');
    }
    filters.add(line.toString());
    return to;
  }

  /** The arguments up to what is to be written. */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>(List.of("-v", "error"));
    arguments.addAll(inputs);
    arguments.addAll(List.of("-filter_complex_threads", "1"));
    arguments.addAll(List.of("-filter_complex", String.join(";", filters)));
    return arguments;
  }
}

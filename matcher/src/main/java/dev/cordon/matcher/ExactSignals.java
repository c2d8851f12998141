package dev.cordon.matcher;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** Signals that match only when they are equal. Not thread-safe. */
final class ExactSignals {
  private final Map<String, List<Integer>> rows = new HashMap<>();
  private final Map<Integer, List<String>> keys = new HashMap<>();

  void add(int row, String type, String value) {
    String key = type + ' ' + value;
    rows.computeIfAbsent(key, absent -> new ArrayList<>(1)).add(row);
    keys.computeIfAbsent(row, absent -> new ArrayList<>(1)).add(key);
  }

  void remove(int row) {
    List<String> held = keys.remove(row);
    if (held != null) {
      held.forEach(key -> rows.getOrDefault(key, new ArrayList<>()).remove((Integer) row));
    }
  }

  void search(String type, String value, IntConsumer found) {
    rows.getOrDefault(type + ' ' + value, List.of()).forEach(found::accept);
  }
}

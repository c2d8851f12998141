package dev.cordon.matcher.decode;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Drains a process's error output and keeps its last lines; decoders write much there. */
final class StderrTail {
  private static final int LINES = 20;
  private static final int LINE_LENGTH = 300;

  private final Deque<String> lines = new ArrayDeque<>();

  private StderrTail() {}

  static StderrTail of(Process process) {
    StderrTail tail = new StderrTail();
    Thread drain = new Thread(() -> tail.drain(process), "decoder-stderr-" + process.pid());
    drain.setDaemon(true);
    drain.start();
    return tail;
  }

  private void drain(Process process) {
    try (BufferedReader reader = process.errorReader()) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        add(line.substring(0, Math.min(line.length(), LINE_LENGTH)));
      }
    } catch (IOException e) {
      add(e.toString());
    }
  }

  private synchronized void add(String line) {
    lines.addLast(line);
    if (lines.size() > LINES) {
      lines.removeFirst();
    }
  }

  synchronized String text() {
    return String.join(" | ", lines);
  }
}

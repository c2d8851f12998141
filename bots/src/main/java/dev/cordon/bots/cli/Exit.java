package dev.cordon.bots.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** Exit codes, the same for every command; scripts rely on them. */
final class Exit {
  static final int OK = 0;
  static final int FINDINGS = 1;
  static final int USAGE = 2;
  static final int UNREACHABLE = 3;

  private Exit() {}

  /** The codes and what they say, for {@code --help}. */
  static Map<String, String> list() {
    Map<String, String> list = new LinkedHashMap<>();
    list.put("0", "done");
    list.put("1", "a check failed, or something went wrong that is told on standard error");
    list.put("2", "wrong use or settings");
    list.put("3", "Redis, the matcher or a platform could not be reached");
    return list;
  }
}

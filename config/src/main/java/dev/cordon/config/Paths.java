package dev.cordon.config;

/** How keys are written in messages: {@code chats."telegram/-100".policy}. */
final class Paths {
  private Paths() {}

  static String join(String path, String key) {
    String name = key.matches("[A-Za-z0-9_-]+(\\[\\d+])?") ? key : '"' + key + '"';
    return path.isEmpty() ? name : path + "." + name;
  }

  /** The environment variable that sets the key of a path. */
  static String variable(String path) {
    return "CORDON_" + path.toUpperCase(java.util.Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
  }
}

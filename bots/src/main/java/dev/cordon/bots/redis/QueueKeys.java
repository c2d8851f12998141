package dev.cordon.bots.redis;

import java.util.List;

/**
 * The keys of one queue, all under the hash tag of its area.
 *
 * @param area for example {@code intake}
 * @param lanes by priority, the most urgent first
 */
record QueueKeys(String area, List<String> lanes) {
  static final String GROUP = "workers";

  QueueKeys {
    lanes = List.copyOf(lanes);
  }

  String stream(String lane) {
    return prefix() + lane;
  }

  String lane(String stream) {
    return stream.substring(prefix().length());
  }

  String delayed() {
    return prefix() + "delayed";
  }

  String dead() {
    return prefix() + "dead";
  }

  String alive(String worker) {
    return prefix() + "alive:" + worker;
  }

  String prefix() {
    return "cordon:{" + area + "}:";
  }
}

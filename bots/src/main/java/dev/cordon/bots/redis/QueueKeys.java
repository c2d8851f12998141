package dev.cordon.bots.redis;

import java.util.List;

/**
 * The keys of one queue, all under the hash tag of its area.
 *
 * @param area for example {@code intake}
 * @param lanes each served by itself, so that none waits for another
 */
record QueueKeys(String area, List<String> lanes) {
  static final String GROUP = "workers";

  QueueKeys {
    lanes = List.copyOf(lanes);
  }

  String stream(String lane) {
    return prefix() + lane;
  }

  String delayed(String lane) {
    return prefix() + "delayed:" + lane;
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

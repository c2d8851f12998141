package dev.cordon.bots.redis;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The name of a worker in a consumer group: {@code host|pid|start|random}. It lets a process of the
 * same machine see at once that the worker died, before its lease runs out.
 */
final class WorkerName {
  private WorkerName() {}

  static String fresh() {
    ProcessHandle self = ProcessHandle.current();
    return String.join(
        "|",
        host(),
        Long.toString(self.pid()),
        started(self),
        Long.toHexString(ThreadLocalRandom.current().nextLong()));
  }

  /** Whether the worker was a process of this machine that is gone now. */
  static boolean knownDead(String name) {
    String[] parts = name.split("\\|");
    if (parts.length != 4 || !parts[0].equals(host())) {
      return false;
    }
    return ProcessHandle.of(Long.parseLong(parts[1]))
        .filter(ProcessHandle::isAlive)
        .filter(process -> started(process).equals(parts[2]))
        .isEmpty();
  }

  private static String started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L).toString();
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName().replace('|', '-');
    } catch (UnknownHostException e) {
      return "unnamed";
    }
  }
}

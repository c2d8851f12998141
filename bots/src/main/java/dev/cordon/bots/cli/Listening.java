package dev.cordon.bots.cli;

import java.net.BindException;
import java.net.InetSocketAddress;

/** Says why an address cannot be listened on. */
final class Listening {
  private Listening() {}

  static Refusal refused(String key, InetSocketAddress address, Throwable failure) {
    Throwable cause = Failures.cause(failure);
    String where = address.getHostString() + ":" + address.getPort();
    return cause instanceof BindException
        ? Refusal.usage(key + ": " + where + " is taken or not of this machine; set another " + key)
        : Refusal.usage(key + ": " + where + ": " + Failures.line(cause));
  }
}

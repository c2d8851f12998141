package dev.cordon.config;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms of address that settings hold. */
final class Addresses {
  private static final Pattern LISTEN =
      Pattern.compile("(?:(\\[[0-9a-fA-F:]+]|[^:]+):)?(\\d{1,5})");

  private Addresses() {}

  /** {@code host:port}, or a port alone for loopback; port 0 takes a free one. */
  static Optional<InetSocketAddress> listen(String text) {
    Matcher matcher = LISTEN.matcher(text);
    if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > 65535) {
      return Optional.empty();
    }
    String host = matcher.group(1) == null ? "127.0.0.1" : matcher.group(1);
    return Optional.of(
        InetSocketAddress.createUnresolved(host, Integer.parseInt(matcher.group(2))));
  }

  /** An http or https address with a host. */
  static Optional<URI> http(String text) {
    try {
      URI uri = new URI(text);
      boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      return Optional.of(uri).filter(any -> http && any.getHost() != null);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** Whether it is {@code platform/id}. */
  static boolean isChat(String text) {
    return text.matches("[^/\\s]+/\\S+");
  }
}

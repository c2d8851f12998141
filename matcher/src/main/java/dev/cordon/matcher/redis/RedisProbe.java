package dev.cordon.matcher.redis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Asks who listens on a loopback port: a Redis that knows our password, and whether it is ready.
 */
final class RedisProbe {
  private static final int MILLIS = 2000;

  private RedisProbe() {}

  /** What was found. */
  enum State {
    /** Nobody listens. */
    ABSENT,
    /** Ours, reading its data. */
    LOADING,
    /** Ours. */
    READY,
    /** Somebody else, or a Redis with another password. */
    FOREIGN
  }

  static State ask(int port, String password) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), MILLIS);
      socket.setSoTimeout(MILLIS);
      String words = "AUTH " + password + "\r\nPING\r\n";
      socket.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
      return read(
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)));
    } catch (SocketTimeoutException e) {
      return State.LOADING;
    } catch (IOException e) {
      return State.ABSENT;
    }
  }

  private static State read(BufferedReader answers) throws IOException {
    String authorised = answers.readLine();
    if (startsWith(authorised, "-LOADING")) {
      return State.LOADING;
    }
    if (!startsWith(authorised, "+OK")) {
      return State.FOREIGN;
    }
    String pong = answers.readLine();
    return startsWith(pong, "+PONG") ? State.READY : State.LOADING;
  }

  private static boolean startsWith(@Nullable String line, String start) {
    return line != null && line.startsWith(start);
  }
}

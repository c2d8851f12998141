package dev.cordon.adapters.telegram;

import io.netty.handler.codec.DecoderException;
import io.vertx.core.VertxException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * The ways in which no answer comes. An exception of the HTTP client is turned into one of these by
 * its class alone: its text may hold the request's address and so the token.
 */
enum Outage {
  UNREACHABLE("unreachable", "Telegram cannot be reached: connection refused or no route"),
  UNKNOWN_HOST("unknown-host", "Telegram's host name cannot be resolved"),
  TLS("tls", "no trusted TLS connection to Telegram"),
  TIMEOUT("timeout", "Telegram did not answer in time"),
  CLOSED("closed", "the connection to Telegram broke before the answer was whole"),
  REDIRECT("redirect", "the server answered with a redirect, which is never followed"),
  NOT_JSON("not-json", "the server's answer is not the Bot API's; check api-url"),
  OTHER("other", "the call to Telegram failed");

  private final String word;
  private final String sentence;

  Outage(String word, String sentence) {
    this.word = word;
    this.sentence = sentence;
  }

  String word() {
    return word;
  }

  String sentence() {
    return sentence;
  }

  static Outage of(Throwable failure) {
    if (failure instanceof TimeoutException
        || failure instanceof io.netty.channel.ConnectTimeoutException) {
      return TIMEOUT;
    }
    if (failure instanceof UnknownHostException) {
      return UNKNOWN_HOST;
    }
    if (failure instanceof SSLException || failure instanceof DecoderException) {
      return TLS;
    }
    if (failure instanceof ConnectException) {
      return UNREACHABLE;
    }
    return failure instanceof IOException || failure instanceof VertxException ? CLOSED : OTHER;
  }
}

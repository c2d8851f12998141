package dev.cordon.adapters.telegram;

import dev.cordon.adapters.Fetch;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.nio.file.Path;

/** Streams one response to a file and stops when more comes than is allowed. */
final class FileReceiver {
  private final Vertx vertx;
  private final HttpClientRequest request;
  private final HttpClientResponse response;
  private final long limit;
  private final Promise<Fetch> outcome = Promise.promise();
  private long received;

  FileReceiver(Vertx vertx, HttpClientRequest request, HttpClientResponse response, long limit) {
    this.vertx = vertx;
    this.request = request;
    this.response = response;
    this.limit = limit;
  }

  /** Completes when the file is closed; fails when connection or disk do. */
  Future<Fetch> receive(Path into) {
    // Before the file is open: a connection that breaks meanwhile tells it once only.
    response.exceptionHandler(outcome::tryFail);
    response.pause();
    return vertx
        .fileSystem()
        .open(into.toString(), new OpenOptions().setTruncateExisting(true).setRead(false))
        .onFailure(failure -> request.reset())
        .compose(this::stream);
  }

  private Future<Fetch> stream(AsyncFile file) {
    file.exceptionHandler(outcome::tryFail);
    response.endHandler(end -> outcome.tryComplete(new Fetch.Fetched(received)));
    response.handler(part -> take(part, file));
    response.resume();
    return outcome.future().onFailure(failure -> request.reset()).eventually(() -> file.close());
  }

  private void take(Buffer part, AsyncFile file) {
    received += part.length();
    if (outcome.future().isComplete()) {
      return;
    }
    if (received > limit) {
      outcome.tryComplete(new Fetch.TooLarge(limit));
      request.reset();
      return;
    }
    file.write(part).onFailure(outcome::tryFail);
    if (file.writeQueueFull()) {
      response.pause();
      file.drainHandler(drained -> response.resume());
    }
  }
}

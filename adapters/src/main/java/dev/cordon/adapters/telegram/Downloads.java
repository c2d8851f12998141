package dev.cordon.adapters.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cordon.adapters.Attachment;
import dev.cordon.adapters.Fetch;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Fetches files: {@code getFile} tells where one lies, then it is streamed to disk. */
final class Downloads {
  private static final Duration SOON = Duration.ofSeconds(5);

  /** Looked at as text: what is no path on this system must not throw. */
  private static final Pattern ABSOLUTE = Pattern.compile("/|[A-Za-z]:[/\\\\]");

  private final Vertx vertx;
  private final HttpClient client;
  private final Calls calls;
  private final TelegramOptions options;
  private final LocalFiles local;

  Downloads(Vertx vertx, HttpClient client, Calls calls, TelegramOptions options) {
    this.vertx = vertx;
    this.client = client;
    this.calls = calls;
    this.options = options;
    this.local = new LocalFiles(vertx, options.localFilesDir());
  }

  Future<Fetch> fetch(Attachment attachment, Path into, long maxBytes) {
    long limit = Math.min(maxBytes, options.maxFileBytes());
    if (tooLarge(attachment.size(), limit)) {
      return Future.succeededFuture(new Fetch.TooLarge(limit));
    }
    return calls
        .read("getFile", Map.of("file_id", attachment.locator()))
        .compose(
            answer ->
                answer instanceof Answer.Ok ok
                    ? fetch(ok.result(), into, limit)
                    : Future.succeededFuture(refusal(answer)));
  }

  private static boolean tooLarge(OptionalLong size, long limit) {
    return size.isPresent() && size.getAsLong() > limit;
  }

  private Fetch refusal(Answer answer) {
    if (answer instanceof Answer.Failed failed && failed.code() == 400) {
      if (failed.says("file is too big")) {
        return new Fetch.TooLarge(options.maxFileBytes());
      }
      return failed.says("temporarily")
          ? new Fetch.Deferred(SOON, failed.reason())
          : new Fetch.Gone(failed.reason());
    }
    if (answer instanceof Answer.Held held) {
      return new Fetch.Deferred(held.retryAfter(), held.reason());
    }
    Optional<Duration> asked =
        answer instanceof Answer.Failed failed ? failed.retryAfter() : Optional.empty();
    return new Fetch.Deferred(asked.orElse(SOON), answer.reason());
  }

  private Future<Fetch> fetch(JsonNode file, Path into, long limit) {
    OptionalLong size = Json.number(file, "file_size");
    Optional<String> path = Json.text(file, "file_path");
    if (tooLarge(size, limit)) {
      return Future.succeededFuture(new Fetch.TooLarge(limit));
    }
    if (path.isEmpty()) {
      return Future.succeededFuture(new Fetch.Gone("Telegram gave no path for the file"));
    }
    return ABSOLUTE.matcher(path.get()).lookingAt()
        ? local.copy(path.get(), into, limit)
        : overHttp(path.get(), into, limit).map(fetched -> whole(fetched, size));
  }

  /** A connection that ends early at a message boundary shows only in the count. */
  private static Fetch whole(Fetch fetch, OptionalLong size) {
    boolean cut =
        fetch instanceof Fetch.Fetched fetched
            && size.isPresent()
            && fetched.bytes() < size.getAsLong();
    return cut ? new Fetch.Deferred(SOON, "the file came only in part") : fetch;
  }

  private Future<Fetch> overHttp(String path, Path into, long limit) {
    if (("/" + path + "/").contains("/../")) {
      return Future.succeededFuture(new Fetch.Gone("the server gave a file path with .. in it"));
    }
    String address =
        Addresses.base(options.fileUrl())
            + "/file/bot"
            + options.token().value()
            + "/"
            + Addresses.encoded(path);
    RequestOptions request =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setAbsoluteURI(address)
            .setFollowRedirects(false)
            .setConnectTimeout(options.timing().call().toMillis())
            .setIdleTimeout(options.timing().call().toMillis());
    return client
        .request(request)
        .timeout(options.timing().call().toMillis(), TimeUnit.MILLISECONDS)
        .compose(ready -> receive(ready, into, limit))
        .otherwise(failure -> new Fetch.Deferred(SOON, Outage.of(failure).sentence()));
  }

  private Future<Fetch> receive(HttpClientRequest request, Path into, long limit) {
    return request
        .send()
        .compose(response -> judge(request, response, into, limit))
        .timeout(options.timing().download().toMillis(), TimeUnit.MILLISECONDS)
        .onFailure(failure -> request.reset());
  }

  private Future<Fetch> judge(
      HttpClientRequest request, HttpClientResponse response, Path into, long limit) {
    int status = response.statusCode();
    if (status == 200 && length(response).orElse(0) <= limit) {
      return new FileReceiver(vertx, request, response, limit).receive(into);
    }
    // What the server sends on meanwhile is of no interest, nor that it cannot.
    response.exceptionHandler(ended -> {});
    request.reset();
    return Future.succeededFuture(status == 200 ? new Fetch.TooLarge(limit) : refused(response));
  }

  private static Fetch refused(HttpClientResponse response) {
    int status = response.statusCode();
    if (status >= 300 && status < 400) {
      return new Fetch.Deferred(SOON, Outage.REDIRECT.sentence());
    }
    return status == 404 || status == 410
        ? new Fetch.Gone("the file is no longer at the path that Telegram gave")
        : new Fetch.Deferred(SOON, "the file server answered " + status);
  }

  private static OptionalLong length(HttpClientResponse response) {
    String header = response.getHeader("content-length");
    return header != null && header.matches("\\d{1,18}")
        ? OptionalLong.of(Long.parseLong(header))
        : OptionalLong.empty();
  }
}

package dev.cordon.adapters.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.multipart.MultipartForm;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Calls Bot API methods over HTTP. A call's future never fails: every outcome is a value. */
final class BotApi {
  private final WebClient client;
  private final TelegramOptions options;
  private final MeterRegistry meters;
  private final String connection;

  BotApi(WebClient client, TelegramOptions options, MeterRegistry meters, String connection) {
    this.client = client;
    this.options = options;
    this.meters = meters;
    this.connection = connection;
  }

  Future<Answer> call(String method, Map<String, ?> parameters) {
    return call(method, parameters, options.timing().call());
  }

  Future<Answer> call(String method, Map<String, ?> parameters, Duration timeout) {
    Buffer body = Buffer.buffer(Json.bytes(parameters));
    return timed(
        method,
        timeout,
        () ->
            request(method, timeout)
                .putHeader("content-type", "application/json")
                .sendBuffer(body));
  }

  Future<Answer> upload(String method, MultipartForm form) {
    Duration timeout = options.timing().call();
    return timed(method, timeout, () -> request(method, timeout).sendMultipartForm(form));
  }

  private HttpRequest<Buffer> request(String method, Duration timeout) {
    URI uri =
        URI.create(
            Addresses.base(options.apiUrl()) + "/bot" + options.token().value() + "/" + method);
    return client
        .request(HttpMethod.POST, new RequestOptions().setAbsoluteURI(uri.toString()))
        .followRedirects(false)
        .timeout(timeout.toMillis());
  }

  private Future<Answer> timed(
      String method, Duration timeout, Supplier<Future<HttpResponse<Buffer>>> send) {
    Timer.Sample sample = Timer.start(meters);
    // Composed, because a client that was closed meanwhile throws rather than fails.
    return Future.succeededFuture()
        .compose(begin -> send.get())
        // Again from outside: the client's own timeout leaves out the lookup of the host name.
        .timeout(timeout.toMillis() + 100, TimeUnit.MILLISECONDS)
        .map(this::answer)
        .otherwise(failure -> new Answer.Broken(Outage.of(failure)))
        .onSuccess(
            answer ->
                sample.stop(
                    meters.timer(
                        "cordon.telegram.calls",
                        "connection",
                        connection,
                        "method",
                        method,
                        "outcome",
                        answer.outcome())));
  }

  private Answer answer(HttpResponse<Buffer> response) {
    int status = response.statusCode();
    if (status >= 300 && status < 400) {
      return new Answer.Broken(Outage.REDIRECT);
    }
    try {
      Buffer body = response.bodyAsBuffer();
      JsonNode json = Json.MAPPER.readTree(body == null ? new byte[0] : body.getBytes());
      if (json.path("ok").asBoolean() && json.has("result")) {
        return new Answer.Ok(json.get("result"));
      }
      if (json.has("description")) {
        return failed(status, json, response);
      }
    } catch (IOException e) {
      // A proxy's page rather than the API's answer; its status may still tell.
    }
    return status >= 400
        ? new Answer.Failed(
            status, "without a description", retryAfterHeader(response), Optional.empty())
        : new Answer.Broken(Outage.NOT_JSON);
  }

  private Answer failed(int status, JsonNode json, HttpResponse<Buffer> response) {
    JsonNode parameters = json.path("parameters");
    Optional<Duration> retryAfter =
        parameters.has("retry_after")
            ? Optional.of(Duration.ofSeconds(parameters.get("retry_after").asLong()))
            : retryAfterHeader(response);
    return new Answer.Failed(
        json.path("error_code").asInt(status),
        options.token().scrub(Text.line(json.get("description").asText())),
        retryAfter,
        Json.text(parameters, "migrate_to_chat_id"));
  }

  private static Optional<Duration> retryAfterHeader(HttpResponse<Buffer> response) {
    return Optional.ofNullable(response.getHeader("retry-after"))
        .filter(seconds -> seconds.matches("\\d{1,6}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
  }
}

package dev.cordon.adapters.telegram.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a request carries, wherever it stands: query string, form, multipart or JSON body.
 *
 * @param texts values by name; JSON values other than strings as JSON text
 * @param files uploads by part name
 */
record Params(Map<String, String> texts, Map<String, Upload> files) {
  /** Telegram's bound on what bots upload. */
  private static final long MAX_BODY = 50L << 20;

  /** An uploaded file. */
  record Upload(String fileName, byte[] bytes) {}

  static Future<Params> read(HttpServerRequest request) {
    return read(request, MAX_BODY);
  }

  /** Fails with an {@link ApiError} on a body that is too large or malformed. */
  static Future<Params> read(HttpServerRequest request, long maxBody) {
    Params params = new Params(new TreeMap<>(), new TreeMap<>());
    params.addAll(request.params());
    String type = String.valueOf(request.getHeader("Content-Type")).toLowerCase(Locale.ROOT);
    if (declaredLength(request) > maxBody) {
      return Future.failedFuture(ApiError.of(413, "Request Entity Too Large"));
    }
    if (type.startsWith("application/json")) {
      return body(request, maxBody).map(params::addJson);
    }
    boolean bodiless = request.method() == HttpMethod.GET;
    return bodiless ? Future.succeededFuture(params) : params.form(request, maxBody);
  }

  private static long declaredLength(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    return length == null || !length.matches("\\d{1,18}") ? 0 : Long.parseLong(length);
  }

  private Future<Params> form(HttpServerRequest request, long maxBody) {
    Promise<Params> done = Promise.promise();
    Meter meter = new Meter(maxBody, done);
    request.setExpectMultipart(true);
    request.uploadHandler(upload -> receive(upload, meter));
    request.exceptionHandler(done::tryFail);
    request.endHandler(
        end -> {
          addAll(request.formAttributes());
          done.tryComplete(this);
        });
    return done.future();
  }

  private void receive(HttpServerFileUpload upload, Meter meter) {
    Buffer bytes = Buffer.buffer();
    upload.handler(chunk -> meter.add(bytes, chunk));
    upload.endHandler(
        end -> files.put(upload.name(), new Upload(upload.filename(), bytes.getBytes())));
  }

  private static Future<Buffer> body(HttpServerRequest request, long maxBody) {
    Promise<Buffer> done = Promise.promise();
    Buffer bytes = Buffer.buffer();
    Meter meter = new Meter(maxBody, done);
    request.handler(chunk -> meter.add(bytes, chunk));
    request.exceptionHandler(done::tryFail);
    request.endHandler(end -> done.tryComplete(bytes));
    return done.future();
  }

  private void addAll(MultiMap map) {
    map.forEach(entry -> texts.put(entry.getKey(), entry.getValue()));
  }

  private Params addJson(Buffer body) {
    if (body.length() > 0) {
      JsonNode json =
          Json.parse(body.toString())
              .filter(JsonNode::isObject)
              .orElseThrow(() -> ApiError.badRequest("can't parse JSON object"));
      json.properties().forEach(f -> addJsonField(f.getKey(), f.getValue()));
    }
    return this;
  }

  private void addJsonField(String name, JsonNode value) {
    if (!value.isNull()) {
      texts.put(name, value.isTextual() ? value.textValue() : value.toString());
    }
  }

  /** Counts what has come and gives up above the bound. */
  private static final class Meter {
    private final long max;
    private final Promise<?> failure;
    private long seen;

    Meter(long max, Promise<?> failure) {
      this.max = max;
      this.failure = failure;
    }

    void add(Buffer to, Buffer chunk) {
      seen += chunk.length();
      if (seen <= max) {
        to.appendBuffer(chunk);
      } else {
        failure.tryFail(ApiError.of(413, "Request Entity Too Large"));
      }
    }
  }
}

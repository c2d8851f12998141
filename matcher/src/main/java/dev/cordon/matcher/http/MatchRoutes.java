package dev.cordon.matcher.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.cordon.matcher.Matcher;
import dev.cordon.matcher.Signal;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;

/** Judging. */
final class MatchRoutes {
  private static final TypeReference<List<Signal>> SIGNALS = new TypeReference<>() {};

  private final Matcher matcher;
  private final Uploads uploads;

  MatchRoutes(Matcher matcher, Uploads uploads) {
    this.matcher = matcher;
    this.uploads = uploads;
  }

  void match(RoutingContext request) {
    Replies.json(
        request,
        200,
        uploads.with(request.request(), file -> Replies.on(request, matcher.scan(file))));
  }

  void matchSignals(RoutingContext request) throws JsonProcessingException {
    List<Signal> signals = Replies.list(request, SIGNALS);
    Replies.json(request, 200, Replies.on(request, matcher.match(signals)));
  }

  void hash(RoutingContext request) {
    Replies.json(
        request,
        200,
        uploads.with(request.request(), file -> Replies.on(request, matcher.hash(file))));
  }

  void preview(RoutingContext request) {
    uploads
        .with(request.request(), file -> Replies.on(request, matcher.preview(file)))
        .onSuccess(png -> sendPreview(request, png))
        .onFailure(request::fail);
  }

  private static void sendPreview(RoutingContext request, Optional<byte[]> png) {
    if (png.isPresent()) {
      request
          .response()
          .putHeader(HttpHeaders.CONTENT_TYPE, "image/png")
          .end(Buffer.buffer(png.get()));
    } else {
      request.response().setStatusCode(204).end();
    }
  }

  void status(RoutingContext request) {
    Replies.json(request, 200, Replies.on(request, matcher.status()));
  }
}

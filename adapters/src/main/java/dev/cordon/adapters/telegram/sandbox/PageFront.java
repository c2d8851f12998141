package dev.cordon.adapters.telegram.sandbox;

import io.vertx.core.http.HttpServerRequest;

/** The page for people, and the endpoints that it posts to. */
final class PageFront {
  void handle(HttpServerRequest request, String path) {
    request.response().setStatusCode(404).end("not found: " + path.length());
  }
}

package dev.cordon.adapters.telegram.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The page for people, and the endpoints that it posts to. A post must carry a header that another
 * site's page cannot send without being asked for leave, which is never given.
 */
final class PageFront {
  private static final long MAX_UPLOAD = 20L << 20;
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self';"
          + " form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
  private static final Map<String, String> TYPES =
      Map.of("html", "text/html", "css", "text/css", "js", "text/javascript");
  private static final Set<String> ASSETS = Set.of("page.html", "page.css", "page.js");

  private final Vertx vertx;
  private final World world;
  private final PageState state;
  private final PageActions actions;

  PageFront(Vertx vertx, World world, PageActions actions) {
    this.vertx = vertx;
    this.world = world;
    this.actions = actions;
    this.state = new PageState(world);
  }

  void handle(HttpServerRequest request, String path) {
    HttpServerResponse response = request.response();
    response.putHeader("Content-Security-Policy", POLICY);
    response.putHeader("X-Content-Type-Options", "nosniff");
    response.putHeader("Referrer-Policy", "no-referrer");
    response.putHeader("Cache-Control", "no-store");
    if (request.method() == HttpMethod.GET) {
      show(request, path);
    } else if (request.method() == HttpMethod.POST
        && "page".equals(request.getHeader("X-Sandbox"))) {
      act(request, path);
    } else {
      fail(response, 403, "posts come from the sandbox's own page only");
    }
  }

  private void show(HttpServerRequest request, String path) {
    String asset = path.equals("/") ? "page.html" : path.replaceFirst("^/sandbox/", "");
    if (ASSETS.contains(asset)) {
      String type = TYPES.getOrDefault(asset.substring(asset.indexOf('.') + 1), "text/plain");
      request.response().putHeader("Content-Type", type + "; charset=utf-8").end(resource(asset));
    } else if (path.equals("/sandbox/state")) {
      state(request);
    } else if (path.equals("/sandbox/media")) {
      media(request);
    } else {
      fail(request.response(), 404, "no such page");
    }
  }

  private void state(HttpServerRequest request) {
    if (Long.toString(world.version()).equals(request.getParam("after"))) {
      request.response().setStatusCode(204).end();
    } else {
      json(request.response(), state.json());
    }
  }

  private void media(HttpServerRequest request) {
    byte[] bytes =
        world
            .files()
            .byId(String.valueOf(request.getParam("id")))
            .map(Files.Stored::bytes)
            .orElse(new byte[0]);
    String type = imageType(bytes);
    if (type.isEmpty()) {
      fail(request.response(), 404, "no picture");
    } else {
      request.response().putHeader("Content-Type", type).end(Buffer.buffer(bytes));
    }
  }

  /** Pictures only, whatever somebody called their file. */
  private static String imageType(byte[] bytes) {
    if (bytes.length < 12) {
      return "";
    }
    if ((bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xd8) {
      return "image/jpeg";
    }
    if ((bytes[0] & 0xff) == 0x89 && bytes[1] == 'P' && bytes[2] == 'N') {
      return "image/png";
    }
    boolean webp = bytes[0] == 'R' && bytes[1] == 'I' && bytes[8] == 'W' && bytes[9] == 'E';
    return webp ? "image/webp" : "";
  }

  private void act(HttpServerRequest request, String path) {
    if (path.equals("/sandbox/post")) {
      run(request, actions::post);
    } else if (path.equals("/sandbox/press")) {
      run(request, actions::press);
    } else {
      fail(request.response(), 404, "no such action");
    }
  }

  private void run(HttpServerRequest request, Function<Params, ObjectNode> action) {
    Params.read(request, MAX_UPLOAD)
        .compose(params -> vertx.executeBlocking(() -> action.apply(params), false))
        .onSuccess(done -> json(request.response(), done))
        .onFailure(failure -> failed(request.response(), failure));
  }

  private static void failed(HttpServerResponse response, Throwable failure) {
    if (failure instanceof NotAllowedException no) {
      fail(response, 409, String.valueOf(no.getMessage()));
    } else if (failure instanceof ApiError error) {
      fail(response, error.code(), explained(String.valueOf(error.getMessage())));
    } else {
      fail(response, 500, "the sandbox could not do that");
    }
  }

  private static String explained(String description) {
    return description.endsWith("IMAGE_PROCESS_FAILED")
        ? "that is no picture which can be read here: choose a JPEG or PNG"
        : description;
  }

  private static void fail(HttpServerResponse response, int code, String what) {
    if (!response.closed() && !response.ended()) {
      json(response.setStatusCode(code), Json.object().put("error", what));
    }
  }

  private static void json(HttpServerResponse response, ObjectNode body) {
    response.putHeader("Content-Type", "application/json").end(body.toString());
  }

  private static Buffer resource(String name) {
    try (InputStream in = PageFront.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the build lacks the resource " + name);
      }
      return Buffer.buffer(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.cordon.matcher.http;

import dev.cordon.matcher.redis.ApiKeys;
import dev.cordon.matcher.redis.ApiKeys.Role;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who may ask. With keys every request needs one; without any the service is on loopback only and
 * open to this machine, but not to a web page that a browser on it shows.
 */
final class Guard {
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(?:\\.\\d{1,3}){3}|\\[?(?:::1|0:0:0:0:0:0:0:1)]?");
  private static final Set<String> OWN_SITE = Set.of("same-origin", "none");
  private static final String BEARER = "Bearer ";

  private final ApiKeys keys;
  private final boolean onLoopback;

  Guard(ApiKeys keys, String host) {
    this.keys = keys;
    this.onLoopback = isLoopback(host);
  }

  static boolean isLoopback(String host) {
    return LOOPBACK.matcher(host).matches();
  }

  /** Fails when the service would be open to others than this machine. */
  Future<Void> checkBinding(String host) {
    return Future.fromCompletionStage(keys.any())
        .compose(
            any ->
                any || onLoopback
                    ? Future.succeededFuture()
                    : Future.failedFuture(
                        new IllegalStateException(
                            "The matcher does not listen on "
                                + host
                                + " without an API key; make one with `cordon keys create LABEL`, or"
                                + " listen on 127.0.0.1")));
  }

  /** Lets a request pass when its key covers a role. */
  void admit(RoutingContext request, Role role) {
    refuseOtherSites(request.request());
    request.request().pause();
    Context here = request.vertx().getOrCreateContext();
    Future.fromCompletionStage(keys.any(), here)
        .compose(any -> any || !onLoopback ? check(request, role) : openTo(request))
        .onComplete(
            passed -> {
              request.request().resume();
              if (passed.succeeded()) {
                request.next();
              } else {
                request.fail(passed.cause());
              }
            });
  }

  private Future<Void> check(RoutingContext request, Role role) {
    String header = request.request().getHeader(HttpHeaders.AUTHORIZATION);
    String shown =
        header != null && header.startsWith(BEARER) ? header.substring(BEARER.length()) : "";
    Context here = request.vertx().getOrCreateContext();
    return Future.fromCompletionStage(keys.find(shown), here).compose(key -> covers(key, role));
  }

  private static Future<Void> covers(Optional<ApiKeys.ApiKey> key, Role role) {
    if (key.isEmpty()) {
      return Future.failedFuture(
          Problem.failure(401, "no valid key", "Send a valid API key: Authorization: Bearer ck_…"));
    }
    if (!key.get().role().covers(role)) {
      return Future.failedFuture(
          Problem.failure(
              403,
              "role does not suffice",
              "Key " + key.get().id() + " has role " + key.get().role() + "; this needs " + role));
    }
    return Future.succeededFuture();
  }

  /** A foreign name that was made to point here would let a web page read answers. */
  private static Future<Void> openTo(RoutingContext request) {
    HostAndPort asked = request.request().authority();
    return asked != null && isLoopback(asked.host())
        ? Future.succeededFuture()
        : Future.failedFuture(
            Problem.failure(
                403,
                "foreign host",
                "Without API keys this service answers only to localhost; make a key, or ask for"
                    + " 127.0.0.1"));
  }

  private static void refuseOtherSites(HttpServerRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    HostAndPort asked = request.authority();
    boolean foreignSite = site != null && !OWN_SITE.contains(site);
    boolean foreignOrigin =
        origin != null
            && (asked == null || !origin.replaceFirst("^https?://", "").equals(asked.toString()));
    if (foreignSite || foreignOrigin) {
      throw Problem.failure(
          403, "cross-site request", "Pages of other sites may not use this service");
    }
  }
}

package dev.cordon.adapters.telegram.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every method of the Bot API that the sandbox knows. */
final class Api {
  private final Vertx vertx;
  private final Knobs knobs;
  private final UpdateMethods updates;
  private final Map<String, Method> methods;

  Api(World world, Posts posts, Knobs knobs, Vertx vertx, HttpClient client) {
    this.vertx = vertx;
    this.knobs = knobs;
    this.updates = new UpdateMethods(vertx, client);
    this.methods =
        Stream.of(
                Stream.of(UpdateMethods.getUpdates()),
                updates.all().stream(),
                new BasicMethods(world).all().stream(),
                new MessageMethods(world, posts).all().stream(),
                new MemberMethods(world).all().stream())
            .flatMap(Function.identity())
            .collect(Collectors.toUnmodifiableMap(m -> lower(m.name()), Function.identity()));
  }

  /** The documented spelling of a method's name, or the name as it is when there is none such. */
  String canonical(String name) {
    Method method = methods.get(lower(name));
    return method == null ? name : method.name();
  }

  /**
   * Carries a call out.
   *
   * @param onGone is given what to run when the client goes away before the answer
   * @return the result, or a failure with an {@link ApiError}
   */
  Future<JsonNode> call(String name, Call call, Consumer<Runnable> onGone) {
    Method method = methods.get(lower(name));
    if (method == null) {
      return Future.failedFuture(ApiError.of(404, "Not Found: method not found"));
    }
    try {
      if (knobs.strict()) {
        method.checkStrictly(call.params());
      }
      return run(method, call, onGone);
    } catch (ApiError e) {
      return Future.failedFuture(e);
    }
  }

  private Future<JsonNode> run(Method method, Call call, Consumer<Runnable> onGone) {
    if (method.name().equals("getUpdates")) {
      var poll = updates.poll(call);
      onGone.accept(() -> call.bot().updates().abandon(poll));
      return poll.map(found -> found);
    }
    if (!call.params().files().isEmpty()) {
      Callable<JsonNode> slow = () -> method.body().apply(call);
      return vertx.executeBlocking(slow, false);
    }
    return Future.succeededFuture(method.body().apply(call));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}

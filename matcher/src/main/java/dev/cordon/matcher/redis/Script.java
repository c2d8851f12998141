package dev.cordon.matcher.redis;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A Lua script, sent by its digest and in full when the server does not know it yet (after a
 * restart or on another node of a cluster).
 *
 * @param text the script; all its keys must carry one hash tag
 * @param output what it returns
 */
public record Script(String text, ScriptOutputType output, String digest) {

  /** A script of that text. */
  public static Script of(String text, ScriptOutputType output) {
    return new Script(text, output, sha1(text));
  }

  /** Runs it. The result's type is the one that {@link #output} stands for. */
  public <T extends @Nullable Object> CompletionStage<T> run(
      RedisClusterAsyncCommands<String, String> redis, List<String> keys, String... arguments) {
    String[] names = keys.toArray(String[]::new);
    CompletionStage<T> byDigest = redis.evalsha(digest, output, names, arguments);
    return byDigest
        .<CompletionStage<T>>handle(
            (value, failure) -> {
              if (failure == null) {
                return CompletableFuture.completedFuture(value);
              }
              return unknownToServer(failure)
                  ? redis.eval(text, output, names, arguments)
                  : CompletableFuture.failedFuture(failure);
            })
        .thenCompose(stage -> stage);
  }

  private static boolean unknownToServer(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof RedisNoScriptException;
  }

  private static String sha1(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-1", e);
    }
  }
}

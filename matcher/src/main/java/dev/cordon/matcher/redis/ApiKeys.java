package dev.cordon.matcher.redis;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.cordon.matcher.MatcherJson;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keys for the matcher's HTTP service, in Redis under {@code cordon:{keys}:…}.
 *
 * <p>A key is {@code ck_<id>_<secret>} with 256 random bits of secret. Of those only the SHA-256 is
 * kept; for a random secret a slow hash would add nothing.
 */
public final class ApiKeys {
  private static final String KEYS = "cordon:{keys}:api";
  private static final Pattern FORM = Pattern.compile("ck_([0-9a-f]{12})_([A-Za-z0-9_-]{43})");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final RedisClusterAsyncCommands<String, String> redis;
  private final Clock clock;

  public ApiKeys(RedisLink link, Clock clock) {
    this.redis = link.commands();
    this.clock = clock;
  }

  /** What a key may do; each role may do what those before it may. */
  public enum Role {
    /** Match and hash media and signals, read the status. */
    MATCH,
    /** Read banks; read, add, change and remove entries. */
    CURATE,
    /** Make, change and remove banks. */
    ADMIN;

    /** Whether it may do what a role may. */
    public boolean covers(Role other) {
      return compareTo(other) >= 0;
    }
  }

  /**
   * A key without its secret.
   *
   * @param id 12 hexadecimal digits, the part of the key that may be shown
   * @param label who uses it
   */
  public record ApiKey(String id, Role role, String label, Instant createdAt) {}

  private record Stored(ApiKey key, String sha256) {}

  /**
   * Makes a key.
   *
   * @return the whole key; it cannot be had again
   */
  public CompletionStage<String> create(Role role, String label) {
    String id = HexFormat.of().formatHex(random(6));
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random(32));
    ApiKey key = new ApiKey(id, role, label, clock.instant());
    return redis
        .hset(KEYS, id, json(new Stored(key, sha256(secret))))
        .thenApply(added -> "ck_" + id + "_" + secret);
  }

  /** All keys, the oldest first. */
  public CompletionStage<List<ApiKey>> list() {
    return redis
        .hvals(KEYS)
        .thenApply(
            values ->
                values.stream()
                    .map(json -> RedisBankStore.read(json, Stored.class).key)
                    .sorted(Comparator.comparing(ApiKey::createdAt))
                    .toList());
  }

  /** Makes a key invalid at once; false when there is none of that id. */
  public CompletionStage<Boolean> revoke(String id) {
    return redis.hdel(KEYS, id).thenApply(removed -> removed == 1);
  }

  /** Whether there is any key. */
  public CompletionStage<Boolean> any() {
    return redis.hlen(KEYS).thenApply(keys -> keys > 0);
  }

  /** The key that a caller shows, when it is valid. */
  public CompletionStage<Optional<ApiKey>> find(String shown) {
    Matcher parts = FORM.matcher(shown);
    if (!parts.matches()) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    String digest = sha256(parts.group(2));
    return redis.hget(KEYS, parts.group(1)).thenApply(json -> valid(json, digest));
  }

  private static Optional<ApiKey> valid(@Nullable String json, String digest) {
    return Optional.ofNullable(json)
        .map(present -> RedisBankStore.read(present, Stored.class))
        .filter(stored -> MessageDigest.isEqual(bytes(stored.sha256), bytes(digest)))
        .map(Stored::key);
  }

  private static byte[] random(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return random;
  }

  private static String sha256(String secret) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(secret)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String json(Stored stored) {
    try {
      return MatcherJson.mapper().writeValueAsString(stored);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Could not write an API key", e);
    }
  }
}

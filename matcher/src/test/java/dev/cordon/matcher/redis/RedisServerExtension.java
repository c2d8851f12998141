package dev.cordon.matcher.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a real Redis: one server for the whole test run, emptied before each {@link
 * RedisLink} that a test asks for.
 */
public final class RedisServerExtension implements ParameterResolver {
  private static final ExtensionContext.Namespace SPACE =
      ExtensionContext.Namespace.create(RedisServerExtension.class);

  /** The address of the shared server. */
  public static String address(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(SPACE)
        .getOrComputeIfAbsent("server", key -> new Server(), Server.class)
        .address;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == RedisLink.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    RedisLink link = RedisLink.open(address(context), Duration.ofSeconds(10));
    link.commands().flushall().toCompletableFuture().join();
    context.getStore(SPACE).put(link, (AutoCloseable) link::close);
    return link;
  }

  private static final class Server implements AutoCloseable {
    private final BundledRedis redis;
    private final String address;

    Server() {
      try {
        redis = new BundledRedis(Files.createTempDirectory("cordon-redis"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      address = redis.start();
    }

    @Override
    public void close() {
      redis.close();
    }
  }
}

package dev.cordon.matcher.redis;

import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * The one owner of connections to Redis in a process: one server ({@code redis://}, {@code
 * rediss://}), Sentinel ({@code redis-sentinel://host:26379,host:26379#master}) or a cluster
 * ({@code redis-cluster://[:password@]host:port,host:port}).
 *
 * <p>Connections come back by themselves; commands sent meanwhile wait up to the timeout and then
 * fail.
 */
public final class RedisLink implements AutoCloseable {
  private static final String CLUSTER = "redis-cluster://";
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  private final AbstractRedisClient client;
  private final Queue<StatefulConnection<?, ?>> connections = new ConcurrentLinkedQueue<>();
  private final RedisClusterAsyncCommands<String, String> shared;

  private RedisLink(AbstractRedisClient client) {
    this.client = client;
    this.shared = dedicated();
  }

  /**
   * Connects.
   *
   * @param address one of the forms above; not for logs, it may hold a password
   * @param timeout how long a command may take, reconnecting included
   */
  public static RedisLink open(String address, Duration timeout) {
    AbstractRedisClient client =
        address.startsWith(CLUSTER) ? cluster(address, timeout) : server(address, timeout);
    try {
      return new RedisLink(client);
    } catch (RuntimeException e) {
      client.shutdown();
      throw e;
    }
  }

  /** The commands of the connection that all share; for everything that does not block. */
  public RedisClusterAsyncCommands<String, String> commands() {
    return shared;
  }

  /** The commands of a new connection, for blocking reads; closed with this link. */
  public RedisClusterAsyncCommands<String, String> dedicated() {
    if (client instanceof RedisClusterClient cluster) {
      var connection = cluster.connect(StringCodec.UTF8);
      connections.add(connection);
      return connection.async();
    }
    var connection = ((RedisClient) client).connect(StringCodec.UTF8);
    connections.add(connection);
    return connection.async();
  }

  @Override
  public void close() {
    connections.forEach(StatefulConnection::close);
    client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
  }

  private static RedisClient server(String address, Duration timeout) {
    RedisURI uri = RedisURI.create(address);
    uri.setTimeout(timeout);
    RedisClient client = RedisClient.create(uri);
    client.setOptions(options(ClientOptions.builder(), timeout).build());
    return client;
  }

  private static RedisClusterClient cluster(String address, Duration timeout) {
    RedisClusterClient client = RedisClusterClient.create(nodes(address, timeout));
    var refresh =
        ClusterTopologyRefreshOptions.builder()
            .enableAllAdaptiveRefreshTriggers()
            .enablePeriodicRefresh(Duration.ofSeconds(15))
            .build();
    ClusterClientOptions.Builder builder = ClusterClientOptions.builder();
    options(builder, timeout);
    client.setOptions(builder.topologyRefreshOptions(refresh).build());
    return client;
  }

  private static List<RedisURI> nodes(String address, Duration timeout) {
    String rest = address.substring(CLUSTER.length());
    int at = rest.lastIndexOf('@');
    String credentials = at < 0 ? "" : rest.substring(0, at + 1);
    List<RedisURI> nodes = new ArrayList<>();
    Stream.of(rest.substring(at + 1).split(","))
        .map(node -> RedisURI.create("redis://" + credentials + node))
        .forEach(nodes::add);
    nodes.forEach(node -> node.setTimeout(timeout));
    return nodes;
  }

  private static ClientOptions.Builder options(ClientOptions.Builder builder, Duration timeout) {
    return builder
        .autoReconnect(true)
        .timeoutOptions(TimeoutOptions.enabled(timeout))
        .socketOptions(
            SocketOptions.builder().connectTimeout(CONNECT_TIMEOUT).keepAlive(true).build());
  }
}

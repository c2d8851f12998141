package dev.cordon.bots.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OperationsTest {
  private final Vertx vertx = Vertx.vertx();
  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Map<String, String> problems = new ConcurrentHashMap<>();
  private int port;

  @BeforeEach
  void listen() {
    Operations operations =
        new Operations(
            vertx, meters, () -> CompletableFuture.completedFuture(Map.copyOf(problems)));
    port = operations.listen("127.0.0.1", 0).toCompletableFuture().join().actualPort();
  }

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void isReadyOnlyWhileNothingIsWrong() throws Exception {
    assertThat(get("/health/ready").statusCode()).isEqualTo(200);
    problems.put("matcher", "the index is loading");
    HttpResponse<String> answer = get("/health/ready");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("the index is loading");
    assertThat(get("/health/live").statusCode()).isEqualTo(200);
  }

  @Test
  void showsWhatIsCounted() throws Exception {
    meters.counter("cordon.events").increment();
    assertThat(get("/metrics").body()).contains("cordon_events_total 1.0");
  }

  private HttpResponse<String> get(String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + port + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }
}

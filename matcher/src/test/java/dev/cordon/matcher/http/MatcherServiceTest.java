package dev.cordon.matcher.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.cordon.matcher.LocalMatcher;
import dev.cordon.matcher.Matcher.Hashes;
import dev.cordon.matcher.MatcherJson;
import dev.cordon.matcher.TextFingerprinter;
import dev.cordon.matcher.decode.Fingerprinter;
import dev.cordon.matcher.redis.ApiKeys;
import dev.cordon.matcher.redis.ApiKeys.Role;
import dev.cordon.matcher.redis.RedisBankFeed;
import dev.cordon.matcher.redis.RedisBankStore;
import dev.cordon.matcher.redis.RedisLink;
import dev.cordon.matcher.redis.RedisServerExtension;
import dev.cordon.matcher.signal.Depth;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(RedisServerExtension.class)
@Timeout(60)
class MatcherServiceTest {
  private static final int LIMIT = 100_000;
  private static final String PDQ = "PDQ " + "0f".repeat(32) + " 90";

  @TempDir Path scratch;
  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Clock clock = Clock.systemUTC();
  private final Held held = new Held();
  private RedisLink link;
  private ApiKeys keys;
  private LocalMatcher matcher;
  private MatcherService service;
  private URI base;

  @BeforeEach
  void start(RedisLink redis) {
    link = redis;
    keys = new ApiKeys(link, clock);
    matcher = new LocalMatcher(held, new RedisBankFeed(link), clock, new SimpleMeterRegistry());
    await(matcher.start());
    service = service("127.0.0.1");
    base = URI.create("http://127.0.0.1:" + await(service.start()));
  }

  private MatcherService service(String host) {
    ServiceSettings settings =
        new ServiceSettings(
            host, 0, LIMIT, 1, Duration.ofSeconds(2), Duration.ofMinutes(1), scratch);
    return new MatcherService(
        vertx,
        settings,
        matcher,
        new RedisBankStore(link, clock),
        keys,
        clock,
        new SimpleMeterRegistry());
  }

  @AfterEach
  void stop() {
    held.gate.countDown();
    service.close();
    matcher.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
    assertThat(scratch).isEmptyDirectory();
  }

  @Test
  void keepsBanksAndEntries() throws Exception {
    assertThat(send("PUT", "/v1/banks/first", "{\"thresholds\":{\"PDQ\":20}}").statusCode())
        .isEqualTo(200);
    JsonNode enrolled = json(send("POST", "/v1/banks/first/media?label=a&label=b", PDQ), 201);
    JsonNode entry = enrolled.path("entries").path(0);
    assertThat(entry.path("labels")).hasSize(2);
    String signals =
        "[{\"signals\":[{\"type\":\"MD5\",\"value\":\"" + "A".repeat(32) + "\",\"quality\":100}]}]";
    json(send("POST", "/v1/banks/first/entries", signals), 201);
    assertThat(json(send("GET", "/v1/banks/first", ""), 200).path("entries").asInt()).isEqualTo(2);
    JsonNode page = json(send("GET", "/v1/banks/first/entries?limit=1", ""), 200);
    assertThat(page.path("next").asText()).isEqualTo(entry.path("id").asText());
    String rest = "/v1/banks/first/entries?limit=10&after=" + page.path("next").asText();
    assertThat(json(send("GET", rest, ""), 200).path("entries")).hasSize(1);
    String path = "/v1/entries/" + entry.path("id").asText();
    String draft = "{\"opinion\":\"ALLOWED\",\"signals\":" + entry.path("signals") + "}";
    json(send("PUT", path, draft), 200);
    assertThat(json(send("GET", path, ""), 200).path("opinion").asText()).isEqualTo("ALLOWED");
    assertThat(send("DELETE", path, "").statusCode()).isEqualTo(204);
    problem(send("DELETE", path, ""), 404, "There is no entry of the id");
    JsonNode gone = json(send("DELETE", "/v1/banks/first", ""), 200);
    assertThat(gone.path("removed").asInt()).isEqualTo(1);
    problem(send("GET", "/v1/banks/first", ""), 404, "cordon bank create first");
  }

  @Test
  void saysWhatIsWrongWithARequest() throws Exception {
    problem(send("POST", "/v1/match/signals", "[{"), 400, "The JSON of the body does not fit");
    problem(send("POST", "/v1/match/signals", ""), 400, "The JSON of the body does not fit");
    problem(send("POST", "/v1/match/signals", "null"), 400, "null");
    problem(send("POST", "/v1/match/signals", "[null]"), 400, "null");
    problem(send("POST", "/v1/match/signals", "[{\"quality\":1}]"), 400, "type is missing");
    problem(send("PUT", "/v1/banks/first", "{\"policies\":\"\"}"), 400, "policies");
    problem(send("PUT", "/v1/banks/First", "{}"), 400, "name must be 1 to 64 of a-z");
    problem(send("PUT", "/v1/banks/first", "{\"thresholds\":{\"PDQ\":32}}"), 400, "was 32");
    problem(send("GET", "/v1/nothing", ""), 404, "/openapi.yaml");
    problem(send("DELETE", "/v1/banks", ""), 405, "/openapi.yaml");
    json(send("PUT", "/v1/banks/first", "{}"), 200);
    problem(send("GET", "/v1/banks/first/entries?limit=0", ""), 400, "was 0");
    problem(send("POST", "/v1/banks/first/media?opinion=BAD", PDQ), 400, "was \"BAD\"");
    problem(send("POST", "/v1/banks/first/media?expiresAt=soon", PDQ), 400, "was \"soon\"");
    problem(send("POST", "/v1/banks/first/entries", "[]"), 400, "held 0");
  }

  @Test
  void bearsOnlySoLargeABody() throws Exception {
    String large = "x".repeat(LIMIT + 1);
    problem(send("POST", "/v1/match", large), 413, LIMIT + " bytes");
    var unannounced = BodyPublishers.fromPublisher(BodyPublishers.ofString(large.repeat(20)));
    problem(send("POST", "/v1/hash", unannounced, Map.of()), 413, LIMIT + " bytes");
    assertThat(send("POST", "/v1/match/signals", " ".repeat(13 << 20)).statusCode()).isEqualTo(413);
  }

  @Test
  void refusesMoreThanItCanBear() throws Exception {
    held.hold = true;
    var first = client.sendAsync(request("POST", "/v1/hash", text(PDQ), Map.of()), strings());
    held.arrived.await();
    HttpResponse<String> second = send("POST", "/v1/hash", PDQ);
    problem(second, 503, "works on 1 files already");
    assertThat(second.headers().firstValue("Retry-After")).hasValue("1");
    held.gate.countDown();
    assertThat(first.join().statusCode()).isEqualTo(200);
    assertThat(send("POST", "/v1/hash", PDQ).statusCode()).isEqualTo(200);
  }

  @Test
  void givesUpOnABodyThatDoesNotArrive() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", base.getPort())) {
      String head = "POST /v1/match HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nabc";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
          .isEqualTo("HTTP/1.1 408");
    }
  }

  @Test
  void asksForAKeyAsSoonAsThereIsOne() throws Exception {
    assertThat(send("GET", "/v1/status", "").statusCode()).isEqualTo(200);
    String match = await(keys.create(Role.MATCH, "bot"));
    String curate = await(keys.create(Role.CURATE, "moderator"));
    String admin = await(keys.create(Role.ADMIN, "operator"));
    problem(send("GET", "/v1/status", ""), 401, "Authorization: Bearer");
    problem(as(match + "x", "GET", "/v1/status"), 401, "valid API key");
    problem(as(match.substring(0, 20) + admin.substring(20), "GET", "/v1/status"), 401, "key");
    assertThat(as(match, "GET", "/v1/status").statusCode()).isEqualTo(200);
    problem(as(match, "GET", "/v1/banks"), 403, "has role MATCH; this needs CURATE");
    assertThat(as(curate, "GET", "/v1/banks").statusCode()).isEqualTo(200);
    problem(as(curate, "DELETE", "/v1/banks/first"), 403, "this needs ADMIN");
    problem(as(admin, "DELETE", "/v1/banks/first"), 404, "no bank named");
    assertThat(send("GET", "/health/live", "").statusCode()).isEqualTo(204);
    assertThat(send("GET", "/health/ready", "").statusCode()).isEqualTo(204);
    assertThat(await(keys.list())).extracting(ApiKeys.ApiKey::label).contains("bot", "operator");
    assertThat(await(keys.revoke(match.substring(3, 15)))).isTrue();
    problem(as(match, "GET", "/v1/status"), 401, "valid API key");
  }

  @Test
  void keepsNoKeyInRedis() {
    String key = await(keys.create(Role.ADMIN, "operator"));
    String secret = key.substring(16);
    assertThat(await(link.commands().hvals("cordon:{keys}:api")).toString()).doesNotContain(secret);
  }

  @Test
  void listensToOthersOnlyWithAKey() {
    MatcherService open = service("0.0.0.0");
    assertThatThrownBy(() -> await(open.start()))
        .hasCauseInstanceOf(IllegalStateException.class)
        .hasMessageContaining("does not listen on 0.0.0.0 without an API key");
    String key = await(keys.create(Role.MATCH, "bot"));
    await(open.start());
    await(keys.revoke(key.substring(3, 15)));
    open.close();
  }

  @Test
  void staysClosedToOthersWhenTheLastKeyIsRevoked() throws Exception {
    String key = await(keys.create(Role.MATCH, "bot"));
    try (MatcherService open = service("0.0.0.0")) {
      base = URI.create("http://127.0.0.1:" + await(open.start()));
      await(keys.revoke(key.substring(3, 15)));
      problem(send("GET", "/v1/status", ""), 401, "valid API key");
    }
  }

  @Test
  void refusesWebPagesOfOtherSites() throws Exception {
    problem(sent("Host: evil.example"), 403, "answers only to localhost");
    problem(sent("Host: localhost\r\nOrigin: https://evil.example"), 403, "other sites");
    problem(sent("Host: localhost\r\nSec-Fetch-Site: cross-site"), 403, "other sites");
    assertThat(sent("Host: localhost\r\nSec-Fetch-Site: none")).startsWith("HTTP/1.1 200");
    String own = "localhost:" + base.getPort();
    assertThat(sent("Host: " + own + "\r\nOrigin: http://" + own)).startsWith("HTTP/1.1 200");
  }

  private void problem(String answer, int status, String detail) {
    assertThat(answer).startsWith("HTTP/1.1 " + status).contains(detail);
  }

  private String sent(String headers) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", base.getPort())) {
      String head = "GET /v1/status HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void isWhatItsDescriptionSays() throws Exception {
    JsonNode description =
        new ObjectMapper(new YAMLFactory()).readTree(send("GET", "/openapi.yaml", "").body());
    Set<String> described = new TreeSet<>();
    Set<String> methods = Set.of("get", "put", "post", "delete");
    description
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue().properties().stream()
                    .filter(operation -> methods.contains(operation.getKey()))
                    .forEach(operation -> described.add(operation.getKey() + " " + path.getKey())));
    Set<String> served = new TreeSet<>();
    service
        .router()
        .getRoutes()
        .forEach(
            route ->
                route
                    .methods()
                    .forEach(
                        method ->
                            served.add(
                                method.name().toLowerCase(Locale.ROOT)
                                    + " "
                                    + route.getPath().replaceAll(":(\\w+)", "{$1}"))));
    assertThat(described).isEqualTo(served).hasSizeGreaterThan(15);
  }

  private HttpResponse<String> as(String key, String method, String path) throws Exception {
    return send(method, path, text(""), Map.of("Authorization", "Bearer " + key));
  }

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    return send(method, path, text(body), Map.of());
  }

  private HttpResponse<String> send(
      String method, String path, BodyPublisher body, Map<String, String> headers)
      throws Exception {
    return client.send(request(method, path, body, headers), strings());
  }

  private HttpRequest request(
      String method, String path, BodyPublisher body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .version(HttpClient.Version.HTTP_1_1)
            .method(method, body);
    headers.forEach(request::header);
    return request.build();
  }

  private static BodyPublisher text(String text) {
    return text.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(text);
  }

  private static HttpResponse.BodyHandler<String> strings() {
    return BodyHandlers.ofString();
  }

  private static JsonNode json(HttpResponse<String> answer, int status) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return MatcherJson.mapper().readTree(answer.body());
  }

  private static void problem(HttpResponse<String> answer, int status, String detail)
      throws IOException {
    JsonNode problem = json(answer, status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(problem.path("detail").asText()).contains(detail);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("type").asText()).startsWith("urn:cordon:problem:");
  }

  private static <T> T await(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }

  /** Takes its time when asked to. */
  private static final class Held implements Fingerprinter {
    private final TextFingerprinter real = new TextFingerprinter();
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch gate = new CountDownLatch(1);
    private volatile boolean hold;

    @Override
    public CompletionStage<Hashes> fingerprint(Path media, Set<Depth> depths) {
      return hold
          ? CompletableFuture.supplyAsync(() -> afterGate(media, depths))
          : real.fingerprint(media, depths);
    }

    private Hashes afterGate(Path media, Set<Depth> depths) {
      arrived.countDown();
      try {
        gate.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return await(real.fingerprint(media, depths));
    }

    @Override
    public CompletionStage<Optional<byte[]>> preview(Path media) {
      return real.preview(media);
    }

    @Override
    public void close() {}
  }
}

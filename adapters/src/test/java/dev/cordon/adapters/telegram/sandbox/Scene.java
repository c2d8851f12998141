package dev.cordon.adapters.telegram.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.pengrad.telegrambot.TelegramBot;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import javax.imageio.ImageIO;

/** A started sandbox with a channel, its group and a few people; and two clients to talk to it. */
final class Scene implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper MAPPER = new ObjectMapper();

  final HandClock clock = new HandClock();
  final TelegramSandbox sandbox = TelegramSandbox.builder().clock(clock).build();
  final URI url = sandbox.start();
  final User owner = sandbox.people().person("Olga");
  final User member = sandbox.people().person("Max");
  final Chat channel = sandbox.people().channel("News", owner);
  final Chat group = sandbox.people().supergroup("Talk", owner);

  Scene() {
    sandbox.people().promoteFully(channel, sandbox.bot().user());
    sandbox.people().promoteFully(group, sandbox.bot().user());
    sandbox.people().join(group, member);
    updates("offset=-1");
    updates("offset=" + Integer.MAX_VALUE);
  }

  /** The third-party client. */
  TelegramBot client() {
    return new TelegramBot.Builder(sandbox.bot().token())
        .apiUrl(url + "/bot")
        .fileApiUrl(url + "/file/bot")
        .build();
  }

  Posts posts() {
    return sandbox.posts();
  }

  People people() {
    return sandbox.people();
  }

  /** A call with its parameters in the query string. */
  JsonNode call(String method, String query) {
    return json(get("/bot" + sandbox.bot().token() + "/" + method + "?" + query).body());
  }

  JsonNode updates(String query) {
    return call("getUpdates", query).path("result");
  }

  HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(url.resolve(path)).build());
  }

  CompletableFuture<JsonNode> callLater(String method, String query) {
    URI uri = url.resolve("/bot" + sandbox.bot().token() + "/" + method + "?" + query);
    return HTTP.sendAsync(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
        .thenApply(response -> json(response.body()));
  }

  HttpResponse<String> send(HttpRequest request) {
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> postJson(String method, String body) {
    return send(
        HttpRequest.newBuilder(url.resolve("/bot" + sandbox.bot().token() + "/" + method))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A picture of a few shapes, another one for every seed. */
  static byte[] picture(int width, int height, long seed) {
    Random random = new Random(seed);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setPaint(new GradientPaint(0, 0, Color.ORANGE, width, height, Color.BLUE));
    pen.fillRect(0, 0, width, height);
    for (int i = 0; i < 12; i++) {
      pen.setColor(new Color(random.nextInt(0xffffff)));
      pen.fillOval(random.nextInt(width), random.nextInt(height), width / 4, height / 4);
    }
    pen.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpeg", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A deadline for what another thread or process must bring about. */
  static void until(java.util.function.BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("did not come about within 10 s");
      }
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() {
    sandbox.close();
  }

  /** A clock that is moved by hand. */
  static final class HandClock extends Clock {
    private volatile Instant now = Instant.parse("2026-01-01T12:00:00Z");

    void forward(Duration by) {
      now = now.plus(by);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}

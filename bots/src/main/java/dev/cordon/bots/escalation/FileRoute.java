package dev.cordon.bots.escalation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cordon.bots.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Appends a JSON line for each thing told; pictures are not written. */
final class FileRoute implements EscalationRoute {
  private final String name;
  private final Path file;

  FileRoute(String name, Path file) {
    this.name = name;
    this.file = file;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public CompletionStage<Void> escalate(Case opened, Optional<byte[]> preview) {
    return append("opened", opened);
  }

  @Override
  public CompletionStage<Void> settled(Case settled) {
    return append("settled", settled);
  }

  @Override
  public CompletionStage<Void> alert(Alert alert) {
    return append("alert", alert);
  }

  private synchronized CompletionStage<Void> append(String what, Object told) {
    ObjectNode line = Json.mapper().createObjectNode();
    line.put("what", what).set(what.equals("alert") ? "alert" : "case", Json.tree(told));
    try {
      Files.writeString(
          file,
          Json.write(line) + "\n",
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
      return CompletableFuture.completedFuture(null);
    } catch (IOException e) {
      return CompletableFuture.failedFuture(
          new IOException("Route " + name + " cannot write to " + file, e));
    }
  }
}

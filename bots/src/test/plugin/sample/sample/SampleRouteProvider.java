package sample;

import dev.cordon.bots.escalation.Alert;
import dev.cordon.bots.escalation.Case;
import dev.cordon.bots.escalation.EscalationRoute;
import dev.cordon.bots.escalation.EscalationRouteProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A route into a file that holds the last case. */
public final class SampleRouteProvider implements EscalationRouteProvider {
  @Override
  public String type() {
    return "sample";
  }

  @Override
  public Set<String> settingKeys() {
    return Set.of("told");
  }

  @Override
  public Set<String> secretKeys() {
    return Set.of();
  }

  @Override
  public EscalationRoute create(String name, Map<String, String> settings) {
    Path told = Path.of(settings.get("told"));
    return new EscalationRoute() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public CompletionStage<Void> escalate(Case opened, Optional<byte[]> preview) {
        try {
          Files.writeString(told, opened.message().ref() + " " + preview.isPresent());
          return CompletableFuture.completedFuture(null);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }

      @Override
      public CompletionStage<Void> settled(Case settled) {
        return CompletableFuture.completedFuture(null);
      }

      @Override
      public CompletionStage<Void> alert(Alert alert) {
        return CompletableFuture.completedFuture(null);
      }
    };
  }
}

package dev.cordon.bots.enforcement;

import dev.cordon.adapters.Action;
import dev.cordon.adapters.Platform;
import dev.cordon.adapters.Receipt;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Has the platform carry actions out. */
public final class PlatformExecutor implements ActionExecutor {
  private static final Duration UNTIL_CONFIGURED = Duration.ofMinutes(1);

  private final Map<String, Platform> platforms;

  /**
   * Works on these.
   *
   * @param platforms by the names in the settings
   */
  public PlatformExecutor(Map<String, Platform> platforms) {
    this.platforms = Map.copyOf(platforms);
  }

  @Override
  public CompletionStage<Receipt> execute(Action action) {
    String name = action.chat().platform();
    Platform platform = platforms.get(name);
    if (platform == null) {
      return CompletableFuture.completedFuture(
          new Receipt.Deferred(UNTIL_CONFIGURED, "platform " + name + " is not connected here"));
    }
    return platform.execute(action);
  }
}

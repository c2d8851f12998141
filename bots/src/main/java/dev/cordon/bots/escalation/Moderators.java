package dev.cordon.bots.escalation;

import dev.cordon.adapters.AccountRef;
import dev.cordon.adapters.ChatRef;
import dev.cordon.adapters.Platform;
import dev.cordon.adapters.Sender;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Knows who is a moderator: the owner and the administrators of the moderators' chat. */
public final class Moderators {
  private final Supplier<ModeratorSettings> settings;
  private final Map<String, Platform> platforms;

  public Moderators(Supplier<ModeratorSettings> settings, Map<String, Platform> platforms) {
    this.settings = settings;
    this.platforms = Map.copyOf(platforms);
  }

  ModeratorSettings settings() {
    return settings.get();
  }

  boolean meetIn(ChatRef chat) {
    return settings.get().chat().filter(chat::equals).isPresent();
  }

  CompletionStage<Boolean> include(AccountRef account) {
    return settings
        .get()
        .chat()
        .filter(chat -> chat.platform().equals(account.platform()))
        .flatMap(chat -> standing(chat, account))
        .orElseGet(() -> CompletableFuture.completedFuture(false));
  }

  private Optional<CompletionStage<Boolean>> standing(ChatRef chat, AccountRef account) {
    return Optional.ofNullable(platforms.get(chat.platform()))
        .map(platform -> platform.standing(chat, account).thenApply(Moderators::runsIt));
  }

  private static boolean runsIt(Sender.Standing standing) {
    return standing == Sender.Standing.OWNER || standing == Sender.Standing.ADMINISTRATOR;
  }
}

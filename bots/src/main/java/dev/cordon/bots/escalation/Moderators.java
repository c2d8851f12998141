package dev.cordon.bots.escalation;

import dev.cordon.adapters.AccountRef;
import dev.cordon.adapters.ChatRef;
import dev.cordon.adapters.Platform;
import dev.cordon.adapters.Sender;
import dev.cordon.bots.enforcement.ChatMoves;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Knows who is a moderator: the owner and the administrators of the moderators' chat. */
public final class Moderators {
  private final Supplier<ModeratorSettings> settings;
  private final Map<String, Platform> platforms;
  private final ChatMoves moves;

  /**
   * Knows them from these.
   *
   * @param moves under which id the moderators' chat goes on, when the platform gave it a new one
   */
  public Moderators(
      Supplier<ModeratorSettings> settings, Map<String, Platform> platforms, ChatMoves moves) {
    this.settings = settings;
    this.platforms = Map.copyOf(platforms);
    this.moves = moves;
  }

  ModeratorSettings settings() {
    return settings.get();
  }

  CompletionStage<Boolean> meetIn(ChatRef chat) {
    return chat().thenApply(theirs -> theirs.filter(chat::equals).isPresent());
  }

  CompletionStage<Boolean> include(AccountRef account) {
    return chat()
        .thenCompose(
            chat ->
                chat.filter(theirs -> theirs.platform().equals(account.platform()))
                    .map(theirs -> standing(theirs, account).thenApply(Moderators::runsIt))
                    .orElseGet(() -> CompletableFuture.completedFuture(false)));
  }

  /** The place of an account in a chat, asked of the platform. */
  CompletionStage<Sender.Standing> standing(ChatRef chat, AccountRef account) {
    return Optional.ofNullable(platforms.get(chat.platform()))
        .map(platform -> platform.standing(chat, account))
        .orElseGet(() -> CompletableFuture.completedFuture(Sender.Standing.UNKNOWN));
  }

  private CompletionStage<Optional<ChatRef>> chat() {
    return settings
        .get()
        .chat()
        .map(chat -> moves.now(chat).thenApply(Optional::of))
        .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
  }

  private static boolean runsIt(Sender.Standing standing) {
    return standing == Sender.Standing.OWNER || standing == Sender.Standing.ADMINISTRATOR;
  }
}

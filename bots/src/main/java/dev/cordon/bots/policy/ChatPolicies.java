package dev.cordon.bots.policy;

import dev.cordon.adapters.ChatRef;
import java.util.Map;
import java.util.Optional;

/** The policies in force; replaced as a whole when the settings are read again. */
public final class ChatPolicies {
  private volatile Snapshot current;

  /** Starts with these. */
  public ChatPolicies(Snapshot first) {
    current = first;
  }

  /** Puts others in force, at once and for all chats together. */
  public void replace(Snapshot next) {
    current = next;
  }

  /** The policies in force now; keep it while one message is judged. */
  public Snapshot now() {
    return current;
  }

  /**
   * One consistent set of policies.
   *
   * @param fallback for chats and banks that are not named
   * @param byChat the policies of named chats
   * @param byName all policies, for banks that name one
   */
  public record Snapshot(
      ChatPolicy fallback, Map<ChatRef, ChatPolicy> byChat, Map<String, ChatPolicy> byName) {
    public Snapshot {
      byChat = Map.copyOf(byChat);
      byName = Map.copyOf(byName);
    }

    /** The policy of a chat. */
    public ChatPolicy of(ChatRef chat) {
      return byChat.getOrDefault(chat, fallback);
    }

    /** The policy of that name; the fallback when a bank names one that the settings lack. */
    public ChatPolicy named(String name) {
      return Optional.ofNullable(byName.get(name)).orElse(fallback);
    }
  }
}

package dev.cordon.bots.cli;

import dev.cordon.adapters.ChatRef;
import dev.cordon.bots.policy.ChatPolicies;
import dev.cordon.bots.policy.ChatPolicy;
import dev.cordon.bots.policy.Decision;
import dev.cordon.config.ChatSettings;
import dev.cordon.config.PolicySettings;
import dev.cordon.config.PolicySettings.Band.What;
import dev.cordon.config.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Settings as the policies that messages are judged by. */
final class Policies {
  private Policies() {}

  static ChatPolicies.Snapshot of(Settings settings) {
    Map<String, ChatPolicy> byName = new HashMap<>();
    settings.policies().forEach((name, policy) -> byName.put(name, policy(name, policy)));
    Map<ChatRef, ChatPolicy> byChat = new HashMap<>();
    settings.chats().forEach((chat, set) -> byChat.put(chat(chat), policy(byName, set)));
    ChatPolicy fallback = Objects.requireNonNull(byName.get(Settings.DEFAULT_POLICY));
    return new ChatPolicies.Snapshot(fallback, byChat, byName);
  }

  /** The chat that {@code platform/id} names. */
  static ChatRef chat(String text) {
    int slash = text.indexOf('/');
    return new ChatRef(text.substring(0, slash), text.substring(slash + 1));
  }

  private static ChatPolicy policy(Map<String, ChatPolicy> byName, ChatSettings set) {
    ChatPolicy policy = Objects.requireNonNull(byName.get(set.policy()));
    return set.mode().map(Policies::mode).map(policy::withMode).orElse(policy);
  }

  private static ChatPolicy policy(String name, PolicySettings policy) {
    return new ChatPolicy(
        name,
        mode(policy.mode()),
        policy.bands().stream().map(Policies::band).toList(),
        policy.ladder().stream().map(Policies::step).toList(),
        policy.exactOnlyBelowQuality(),
        policy.removeAlbumSiblings(),
        policy.checkProfilePhotos(),
        policy.escalateUnscannable(),
        policy.offenceWindow());
  }

  private static ChatPolicy.Band band(PolicySettings.Band band) {
    return new ChatPolicy.Band(
        band.upTo(),
        band.what().contains(What.REMOVE),
        band.what().contains(What.PUNISH),
        band.what().contains(What.ESCALATE));
  }

  private static ChatPolicy.Step step(PolicySettings.Step step) {
    return new ChatPolicy.Step(ChatPolicy.Step.Kind.valueOf(step.kind().name()), step.duration());
  }

  private static Decision.Mode mode(PolicySettings.Mode mode) {
    return Decision.Mode.valueOf(mode.name());
  }
}

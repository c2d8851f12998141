package dev.cordon.bots.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.adapters.ChatRef;
import dev.cordon.bots.policy.ChatPolicies;
import dev.cordon.bots.policy.ChatPolicy;
import dev.cordon.bots.policy.Decision;
import dev.cordon.config.SettingsLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoliciesTest {
  @TempDir Path folder;

  @Test
  void chatsThatAreNotListedAreOnlyObserved() throws IOException {
    ChatPolicy policy = snapshot("").of(new ChatRef("telegram", "-1"));
    assertThat(policy.mode()).isEqualTo(Decision.Mode.OBSERVE);
    assertThat(policy.bands())
        .containsExactly(
            new ChatPolicy.Band(20, true, true, true), new ChatPolicy.Band(31, false, false, true));
    assertThat(policy.ladder())
        .extracting(ChatPolicy.Step::kind)
        .containsExactly(
            ChatPolicy.Step.Kind.RESTRICT, ChatPolicy.Step.Kind.BAN, ChatPolicy.Step.Kind.BAN);
    assertThat(policy.exactOnlyBelowQuality()).isEqualTo(50);
  }

  @Test
  void aListedChatHasItsPolicyInItsOwnMode() throws IOException {
    ChatPolicies.Snapshot now =
        snapshot(
            """
            policies: {soft: {mode: enforce, ladder: [nothing]}}
            chats: {telegram/-5: {policy: soft}, telegram/-6: {policy: soft, mode: observe}}
            """);
    ChatPolicy enforced = now.of(new ChatRef("telegram", "-5"));
    assertThat(enforced.name()).isEqualTo("soft");
    assertThat(enforced.mode()).isEqualTo(Decision.Mode.ENFORCE);
    assertThat(now.of(new ChatRef("telegram", "-6")))
        .isEqualTo(enforced.withMode(Decision.Mode.OBSERVE));
    assertThat(now.named("soft")).isEqualTo(enforced);
  }

  private ChatPolicies.Snapshot snapshot(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("cordon.yaml"), yaml);
    return Policies.of(new SettingsLoader(Optional.of(file), Map.of()).load().settings());
  }
}

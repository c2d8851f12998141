package dev.cordon.config;

import dev.cordon.config.PolicySettings.Band;
import dev.cordon.config.PolicySettings.Step;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads policies and chats, with the bounds that cordon.yaml states. */
final class PolicyReader {
  private PolicyReader() {}

  static PolicySettings policy(Section policy) {
    return new PolicySettings(
        policy.choice("mode", PolicySettings.Mode.class),
        bands(policy),
        policy.texts("ladder").stream().map(text -> step(policy, text)).toList(),
        (int) policy.whole("exact-only-below-quality", 0, 100),
        policy.flag("remove-album-siblings"),
        policy.flag("check-profile-photos"),
        policy.flag("escalate-unscannable"),
        policy.duration(
            "offence-window", Duration.ofMinutes(1), SettingsReader.YEAR.multipliedBy(10)));
  }

  private static List<Band> bands(Section policy) {
    List<Band> bands = policy.sections("bands").stream().map(PolicyReader::band).toList();
    for (int i = 1; i < bands.size(); i++) {
      if (bands.get(i).upTo() <= bands.get(i - 1).upTo()) {
        policy.problem("bands", "must be in ascending order of up-to");
      }
    }
    return bands;
  }

  private static Band band(Section band) {
    Set<Band.What> what = new HashSet<>();
    band.texts("do").forEach(word -> what.add(band.word("do", word, Band.What.class)));
    Band settings = new Band((int) band.whole("up-to", 0, 256), what);
    band.end();
    return settings;
  }

  private static Step step(Section policy, String text) {
    String[] words = text.split("\\s+", 2);
    Step.Kind kind = policy.word("ladder", words[0].toLowerCase(Locale.ROOT), Step.Kind.class);
    if (words.length == 1) {
      return new Step(kind, Duration.ZERO);
    }
    Optional<Duration> duration = Units.duration(words[1]).filter(time -> isLadderTime(kind, time));
    if (duration.isEmpty()) {
      policy.problem(
          "ladder",
          "must hold steps such as \"restrict 24 h\" (1 m to 365 d), held \"" + text + "\"");
    }
    return new Step(kind, duration.orElse(Duration.ZERO));
  }

  private static boolean isLadderTime(Step.Kind kind, Duration time) {
    return kind != Step.Kind.NOTHING
        && time.compareTo(Duration.ofMinutes(1)) >= 0
        && time.compareTo(SettingsReader.YEAR) <= 0;
  }

  static ChatSettings chat(Section chat, Set<String> policies) {
    String policy = chat.optional("policy").orElse(Settings.DEFAULT_POLICY);
    if (!policies.contains(policy)) {
      String hint = Nearest.hint(policy, policies);
      chat.problem("policy", "must name one of policies, was \"" + policy + "\"" + hint);
    }
    if (!Addresses.isChat(chat.key())) {
      chat.here("must be " + SettingsReader.PLACE);
    }
    var mode = chat.optional("mode").map(text -> chat.choice("mode", PolicySettings.Mode.class));
    return new ChatSettings(policy, mode);
  }
}

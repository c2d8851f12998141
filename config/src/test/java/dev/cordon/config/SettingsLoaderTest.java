package dev.cordon.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsLoaderTest {
  private static final String TOKEN = "123456:AAsecretsecretsecret";

  @TempDir Path folder;

  @Test
  void defaultsAreWhatTheReferenceSays() {
    Settings settings = load(Map.of()).settings();
    PolicySettings policy = settings.defaultPolicy();
    assertThat(policy.mode()).isEqualTo(PolicySettings.Mode.OBSERVE);
    assertThat(policy.bands()).extracting(PolicySettings.Band::upTo).containsExactly(20, 31);
    assertThat(policy.ladder()).hasSize(3);
    assertThat(policy.ladder().get(0).duration()).isEqualTo(Duration.ofDays(1));
    assertThat(policy.ladder().get(2))
        .isEqualTo(new PolicySettings.Step(PolicySettings.Step.Kind.BAN, Duration.ZERO));
    assertThat(settings.matcher().limits().memory()).isEqualTo(4L << 30);
    assertThat(settings.redis()).isEmpty();
    assertThat(telegram(settings).active()).isFalse();
  }

  @Test
  void aLeafComesFromTheLastThatSaysIt() throws IOException {
    LoadedSettings loaded =
        load(
            Map.of("CORDON_MATCHER_CONCURRENCY", "7", "CORDON_REDIS", "redis://u:pw@db:6379"),
            "matcher:",
            "  concurrency: 5",
            "  workers: 3");
    assertThat(loaded.settings().matcher().concurrency()).isEqualTo(7);
    assertThat(loaded.settings().matcher().workers()).isEqualTo(3);
    assertThat(loaded.print(any -> false))
        .contains(
            new Setting("matcher.concurrency", "7", "environment CORDON_MATCHER_CONCURRENCY"),
            new Setting("matcher.workers", "3", file() + ":3"),
            new Setting("matcher.limits.time", "10 s", "default"),
            new Setting("redis", "redis://********@db:6379", "environment CORDON_REDIS"));
  }

  @Test
  void secretsAreMasked() throws IOException {
    LoadedSettings loaded =
        load(
            Map.of("TELEGRAM_BOT_TOKEN", TOKEN),
            "matcher: {key: abcdefghijk}",
            "platforms:",
            "  mine: {adapter: own, settings: {pin: 4711, url: 'https://x/bot12:abc/'}}");
    assertThat(telegram(loaded.settings()).settings()).containsValue(TOKEN);
    assertThat(telegram(loaded.settings()).active()).isTrue();
    List<Setting> lines = loaded.print(path -> path.equals("platforms.mine.settings.pin"));
    assertThat(lines.toString())
        .doesNotContain("secret", "abcdefghijk", "4711", "12:abc")
        .contains("environment TELEGRAM_BOT_TOKEN");
    assertThat(loaded.settings().toString()).doesNotContain("secret", "abcdefghijk", "4711");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          matcher: {workes: 3}           | matcher.workes is not a key; did you mean workers?
          intake: {concurrency: 0}       | intake.concurrency must be a whole number between 1 and 1024, was "0"
          intake: {concurrency: many}    | was "many"
          intake: {claim-after: 3 weeks} | intake.claim-after must be a time between 1 s and 1 h
          matcher: {limits: {bytes: 3}}  | matcher.limits.bytes must be a size between 1 KB and 2 GB, was "3"
          matcher: {url: 'ftp://x'}      | matcher.url must be an address
          matcher: 7                     | matcher must be a section of keys
          console: {listen: 'x:99999'}   | console.listen must be host:port
          moderators: {chat: 12}         | moderators.chat must be platform/id
          chats: {telegram/-1: {policy: defalt}} | chats."telegram/-1".policy must name one of policies, was "defalt"; did you mean default?
          chats: {'-100': {}}            | chats.-100 must be platform/id
          policies: {p: {mode: enfroce}} | policies.p.mode must be one of off, observe, enforce, was "enfroce"
          policies: {p: {ladder: [ban 1 y]}} | policies.p.ladder must hold steps
          policies: {p: {ladder: [kick]}} | policies.p.ladder must be one of nothing, restrict, ban, was "kick"
          policies: {p: {bands: [{up-to: 9, do: [remove]}, {up-to: 9, do: []}]}} | ascending
          policies: {p: {bands: [{up-to: 300, do: remove}]}} | policies.p.bands[0].up-to must be a whole number between 0 and 256
          policies: {p: {bands: [{upto: 3, do: remove}]}} | policies.p.bands[0].upto is not a key; did you mean up-to?
          redis: [a, b]                  | redis must be one value, was a list
          """)
  void errorsNameKeyBoundAndValue(String yaml, String message) throws IOException {
    SettingsException e = refused(Map.of(), yaml);
    assertThat(e.problems()).anySatisfy(line -> assertThat(line).contains(message, file() + ":1"));
  }

  @Test
  void allProblemsAreToldAtOnce() throws IOException {
    SettingsException e = refused(Map.of(), "reports: {per-hour: 0}", "intake:", "  speed: 3");
    assertThat(e.problems())
        .hasSize(2)
        .anySatisfy(line -> assertThat(line).startsWith("intake.speed").contains(":3)"));
  }

  @Test
  void errorsHoldNoSecret() throws IOException {
    SettingsException e =
        refused(Map.of(), "matcher: {url: 'redis://me:hunter2@x'}", "reports: {tokn: hunter2}");
    assertThat(e.getMessage()).doesNotContain("hunter2");
    assertThat(refused(Map.of(), "token: \"hunter2\n  - x: [").getMessage())
        .doesNotContain("hunter2");
  }

  @Test
  void aKeyTwiceIsAnError() throws IOException {
    assertThat(refused(Map.of(), "redis: a", "redis: b").getMessage())
        .isEqualTo(file() + ":2: the key redis is there twice");
  }

  @Test
  void aMissingFileIsAnError() {
    SettingsLoader loader = new SettingsLoader(Optional.of(folder.resolve("no.yaml")), Map.of());
    assertThat(catchThrowableOfType(SettingsException.class, loader::load))
        .hasMessageContaining("does not exist");
  }

  @Test
  void aNamedPolicyIsAsTheDefaultWhereItIsSilent() throws IOException {
    LoadedSettings loaded =
        load(
            Map.of("CORDON_POLICIES_DEFAULT_OFFENCE_WINDOW", "3 d"),
            "policies: {strict: {mode: enforce, ladder: ban}}",
            "chats: {telegram/-100.5: {policy: strict, mode: 'off'}}");
    PolicySettings strict = Objects.requireNonNull(loaded.settings().policies().get("strict"));
    assertThat(strict.mode()).isEqualTo(PolicySettings.Mode.ENFORCE);
    assertThat(strict.ladder()).hasSize(1);
    assertThat(strict.offenceWindow()).isEqualTo(Duration.ofDays(3));
    assertThat(strict.bands()).isEqualTo(loaded.settings().defaultPolicy().bands());
    assertThat(loaded.settings().chats().get("telegram/-100.5"))
        .isEqualTo(new ChatSettings("strict", Optional.of(PolicySettings.Mode.OFF)));
  }

  @Test
  void variablesThatSetNothingAreNoticed() {
    assertThat(load(Map.of("CORDON_REDDIS", "x")).warnings())
        .containsExactly("CORDON_REDDIS sets no key; did you mean CORDON_REDIS?");
  }

  @Test
  void changedKeysAreNamed() throws IOException {
    LoadedSettings before = load(Map.of(), "reports: {per-hour: 2}", "chats: {a/1: {mode: off}}");
    LoadedSettings after = load(Map.of(), "reports: {per-hour: 3}", "chats: {a/2: {mode: off}}");
    assertThat(after.changedKeys(before))
        .containsExactlyInAnyOrder("reports.per-hour", "chats.\"a/1\".mode", "chats.\"a/2\".mode");
  }

  @Test
  void theExamplesLoad() throws IOException {
    try (var files = Files.list(Path.of("examples"))) {
      List<Path> examples = files.filter(file -> file.toString().endsWith(".yaml")).toList();
      assertThat(examples).hasSizeGreaterThanOrEqualTo(2);
      examples.forEach(file -> new SettingsLoader(Optional.of(file), Map.of()).load());
    }
  }

  private static PlatformSettings telegram(Settings settings) {
    return Objects.requireNonNull(settings.platforms().get("telegram"));
  }

  private String file() {
    return folder.resolve("cordon.yaml").toString();
  }

  private LoadedSettings load(Map<String, String> environment) {
    return new SettingsLoader(Optional.empty(), environment).load();
  }

  private LoadedSettings load(Map<String, String> environment, String... lines) throws IOException {
    Path file = Files.write(Path.of(file()), List.of(lines));
    return new SettingsLoader(Optional.of(file), environment).load();
  }

  private SettingsException refused(Map<String, String> environment, String... lines)
      throws IOException {
    Path file = Files.write(Path.of(file()), List.of(lines));
    SettingsLoader loader = new SettingsLoader(Optional.of(file), environment);
    return Objects.requireNonNull(catchThrowableOfType(SettingsException.class, loader::load));
  }
}

package dev.cordon.adapters.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelegramOptionsTest {
  private static TelegramOptions with(String... more) {
    Map<String, String> values = new HashMap<>(Map.of("token", ScriptedTelegram.TOKEN));
    for (int i = 0; i < more.length; i += 2) {
      values.put(more[i], more[i + 1]);
    }
    return TelegramOptions.of(values);
  }

  @Test
  void aTokenIsEnough() {
    TelegramOptions options = with();
    assertThat(options.apiUrl()).hasToString("https://api.telegram.org");
    assertThat(options.fileUrl()).isEqualTo(options.apiUrl());
    assertThat(options.webhook()).isEmpty();
    assertThat(options.limits())
        .isEqualTo(new TelegramOptions.Limits(30, 20, Duration.ofMillis(750)));
    assertThat(options.maxFileBytes()).isEqualTo(20 << 20);
    assertThat(options.token().botId()).isEqualTo("4242");
  }

  @Test
  void aServerOfOnesOwn() {
    TelegramOptions options =
        with("api-url", "http://bots.local:8081/x/", "local-files-dir", "/srv/bots");
    assertThat(Addresses.base(options.fileUrl())).isEqualTo("http://bots.local:8081/x");
    assertThat(options.maxFileBytes()).isEqualTo(2000L << 20);
  }

  @Test
  void aWebhookListensOnLoopbackUnlessTold() {
    TelegramOptions options =
        with("webhook-url", "https://a.example/h", "webhook-secret", "0123456789abcdef");
    assertThat(options.webhook().orElseThrow().host()).isEqualTo("127.0.0.1");
    assertThat(options.webhook().orElseThrow().port()).isEqualTo(8443);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "calls-per-second | 0 | calls-per-second must be a whole number from 1 to 10000, but was \"0\"",
        "calls-per-second | x | from 1 to 10000, but was \"x\"",
        "poll-timeout | 51s | poll-timeout must be from 0s to 50s, such as 30s, but was \"51s\"",
        "poll-timeout | 30 | but was \"30\"",
        "api-url | ftp://a | api-url must be an http or https address",
        "api-url | https://u:p@a.example/ | without user, query and fragment",
        "local-files-dir | rel/path | local-files-dir must be an absolute path, but was \"rel/path\"",
        "tokn | x | [tokn] must be one of",
        "token | nonsense | not shown",
      })
  void errorsNameKeyBoundAndValue(String key, String value, String message) {
    assertThatThrownBy(() -> with(key, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void addressesWithSecretsAreNeitherTakenNorShown() {
    String pasted = "https://api.telegram.org/bot" + ScriptedTelegram.TOKEN;
    assertThatThrownBy(() -> with("api-url", pasted))
        .hasMessageContaining("api-url must be an address without /bot and token")
        .hasMessageNotContaining(ScriptedTelegram.SECRET);
    assertThatThrownBy(() -> with("file-url", pasted + "?x"))
        .hasMessageNotContaining(ScriptedTelegram.SECRET)
        .hasNoCause();
    assertThatThrownBy(() -> with("api-url", "https://u:hunter2@a.example/"))
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void aWebhookNeedsASecretAndAnAddress() {
    assertThatThrownBy(() -> with("webhook-url", "https://a.example/"))
        .hasMessageContaining("webhook-secret must be 16 to 256");
    assertThatThrownBy(
            () ->
                with(
                    "webhook-url",
                    "https://a.example/",
                    "webhook-secret",
                    "0123456789abcdef",
                    "webhook-listen",
                    "nowhere"))
        .hasMessageContaining("webhook-listen must be host:port");
    assertThatThrownBy(() -> TelegramOptions.of(Map.of()))
        .hasMessageContaining("token must be set");
  }
}

package dev.cordon.adapters.telegram;

import dev.cordon.adapters.Platform;
import dev.cordon.adapters.PlatformProvider;
import java.util.Map;
import java.util.Set;

/**
 * Makes Telegram connections. Settings, all but {@code token} optional; durations are written like
 * {@code 500ms}, {@code 30s}, {@code 5m}:
 *
 * <ul>
 *   <li>{@code token}: what BotFather gave; secret
 *   <li>{@code api-url}, {@code file-url}: a Bot API server of one's own; {@code
 *       https://api.telegram.org} unless set, {@code file-url} like {@code api-url}
 *   <li>{@code local-files-dir}: the folder of a server that runs with {@code --local}; the only
 *       place that files are read from when the server answers with absolute paths
 *   <li>{@code webhook-url}: receive by webhook at this address in place of long polling, with
 *       {@code webhook-secret} (secret, 16 to 256 of A-Z a-z 0-9 _ -) and {@code webhook-listen}
 *       ({@code 127.0.0.1:8443}; TLS is the reverse proxy's)
 *   <li>{@code calls-per-second} (30): calls that change something, all chats together
 *   <li>{@code group-sends-per-minute} (20): messages sent to one group
 *   <li>{@code queue-wait} (750ms): how long a call waits for its turn before it is given back
 *   <li>{@code poll-timeout} (25s, 0s to 50s), {@code call-timeout} (10s), {@code download-timeout}
 *       (60s), {@code admin-cache} (5m), {@code backoff-least} (1s), {@code backoff-most} (60s)
 * </ul>
 */
public final class TelegramProvider implements PlatformProvider {

  @Override
  public String type() {
    return "telegram";
  }

  @Override
  public Set<String> settingKeys() {
    return TelegramOptions.KEYS;
  }

  @Override
  public Set<String> secretKeys() {
    return TelegramOptions.SECRET_KEYS;
  }

  @Override
  public Platform create(String name, Map<String, String> settings, Context context) {
    return new TelegramPlatform(name, TelegramOptions.of(settings), context);
  }
}

package dev.cordon.bots.cli;

import dev.cordon.config.Settings;
import dev.cordon.matcher.redis.ApiKeys;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntBiFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cordon keys}: API keys of the matcher. */
@Command(
    name = "keys",
    mixinStandardHelpOptions = true,
    description = "API keys for the matcher over HTTP. Only their digests are kept.")
final class KeysCommand {

  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description = "Makes a key and prints it, this once.")
  int create(
      @Mixin CommonOptions options,
      @Parameters(paramLabel = "LABEL", description = "Who uses it.") String label,
      @Option(
              names = "--role",
              paramLabel = "ROLE",
              defaultValue = "match",
              description =
                  "match (match and hash), curate (entries too) or admin (banks too); match unless set.")
          ApiKeys.Role role) {
    return with(
        options.load().settings(),
        (keys, log) -> {
          System.out.println(Base.join(keys.create(role, label)));
          log.record("key-create", label, Map.of("role", role.name().toLowerCase(Locale.ROOT)));
          return Exit.OK;
        });
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "All keys, without their secrets.")
  int list(@Mixin CommonOptions options) {
    return with(
        options.load().settings(),
        (keys, log) -> {
          System.out.printf("%-12s  %-6s  %-30s  %s%n", "ID", "ROLE", "CREATED", "LABEL");
          for (ApiKeys.ApiKey key : Base.join(keys.list())) {
            String role = key.role().name().toLowerCase(Locale.ROOT);
            System.out.printf(
                "%-12s  %-6s  %-30s  %s%n", key.id(), role, key.createdAt(), key.label());
          }
          return Exit.OK;
        });
  }

  @Command(
      name = "revoke",
      mixinStandardHelpOptions = true,
      description = "Makes a key invalid at once.")
  int revoke(
      @Mixin CommonOptions options,
      @Parameters(paramLabel = "ID", description = "The key's id, as list shows it.") String id) {
    return with(
        options.load().settings(),
        (keys, log) -> {
          if (!Base.join(keys.revoke(id))) {
            Main.tell("there is no key " + id + "; see cordon keys list");
            return Exit.FINDINGS;
          }
          log.record("key-revoke", id, Map.of());
          System.out.println("revoked " + id);
          return Exit.OK;
        });
  }

  private static int with(Settings settings, ToIntBiFunction<ApiKeys, OperatorLog> work) {
    Logging.command(settings.log());
    try (Store store = Store.open(settings)) {
      ApiKeys keys = new ApiKeys(store.link(), Clock.systemUTC());
      return work.applyAsInt(keys, new OperatorLog(store.ledger()));
    }
  }
}

package dev.cordon.bots.cli;

import dev.cordon.adapters.Platform;
import dev.cordon.adapters.PlatformProvider;
import dev.cordon.bots.escalation.EscalationRoute;
import dev.cordon.bots.escalation.EscalationRouteProvider;
import dev.cordon.config.LoadedSettings;
import dev.cordon.config.PlatformSettings;
import dev.cordon.config.Settings;
import dev.cordon.config.SettingsException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Adapters and routes that settings name, checked against what is installed. */
final class Providers {
  private final Map<String, PlatformProvider> platforms;
  private final Map<String, EscalationRouteProvider> routes;

  Providers(Plugins plugins) {
    platforms = byType(plugins.platforms(), PlatformProvider::type);
    routes = byType(plugins.routes(), EscalationRouteProvider::type);
  }

  private static <T> Map<String, T> byType(List<T> found, Function<T, String> type) {
    Map<String, T> all = new TreeMap<>();
    for (T provider : found) {
      T other = all.putIfAbsent(type.apply(provider), provider);
      if (other != null) {
        throw Refusal.usage(
            "\""
                + type.apply(provider)
                + "\" is there twice, in "
                + Plugins.origin(other)
                + " and in "
                + Plugins.origin(provider)
                + "; remove one");
      }
    }
    return all;
  }

  /**
   * Checks adapters, routes and the keys of both.
   *
   * @throws SettingsException naming every problem
   */
  void check(LoadedSettings loaded) {
    ProviderCheck check = new ProviderCheck(loaded);
    loaded
        .settings()
        .platforms()
        .forEach(
            (name, set) -> {
              check.type("platforms." + name, "adapter", set.adapter(), platforms.keySet());
              Optional.ofNullable(platforms.get(set.adapter()))
                  .ifPresent(p -> check.keys("platforms." + name, set.settings(), p.settingKeys()));
            });
    loaded
        .settings()
        .routes()
        .forEach(
            (name, set) -> {
              check.type("escalation.routes." + name, "type", set.type(), routes.keySet());
              Optional.ofNullable(routes.get(set.type()))
                  .ifPresent(
                      r ->
                          check.keys("escalation.routes." + name, set.settings(), r.settingKeys()));
            });
    check.end();
  }

  /** Which settings are secret, as their providers say. */
  Predicate<String> secrets(Settings settings) {
    Set<String> paths =
        settings.platforms().entrySet().stream()
            .flatMap(e -> secrets(platforms.get(e.getValue().adapter()), e.getKey()))
            .collect(Collectors.toSet());
    settings
        .routes()
        .forEach(
            (name, set) ->
                Optional.ofNullable(routes.get(set.type()))
                    .ifPresent(
                        provider ->
                            provider
                                .secretKeys()
                                .forEach(
                                    key ->
                                        paths.add(
                                            "escalation.routes." + name + ".settings." + key))));
    return paths::contains;
  }

  private static Stream<String> secrets(@Nullable PlatformProvider provider, String name) {
    return provider == null
        ? Stream.empty()
        : provider.secretKeys().stream().map(key -> "platforms." + name + ".settings." + key);
  }

  /** The connections that are active, by name; nothing is connected yet. */
  Map<String, Platform> connect(
      Settings settings, Function<String, PlatformProvider.Context> context) {
    Map<String, Platform> made = new HashMap<>();
    settings
        .platforms()
        .forEach(
            (name, set) -> {
              if (set.active()) {
                made.put(name, platform(name, set, context.apply(name)));
              }
            });
    return made;
  }

  private Platform platform(String name, PlatformSettings set, PlatformProvider.Context context) {
    PlatformProvider provider = Objects.requireNonNull(platforms.get(set.adapter()));
    try {
      return provider.create(name, filled(set.settings()), context);
    } catch (IllegalArgumentException e) {
      throw Refusal.usage("platforms." + name + ".settings: " + Failures.line(e));
    }
  }

  /** The routes that settings name. */
  List<EscalationRoute> routes(Settings settings) {
    return settings.routes().entrySet().stream().map(e -> route(e.getKey(), e.getValue())).toList();
  }

  private EscalationRoute route(String name, Settings.Route set) {
    EscalationRouteProvider provider = Objects.requireNonNull(routes.get(set.type()));
    try {
      return provider.create(name, filled(set.settings()));
    } catch (IllegalArgumentException e) {
      throw Refusal.usage("escalation.routes." + name + ".settings: " + Failures.line(e));
    }
  }

  /** Without the keys that have no value: those are as if they were not there. */
  private static Map<String, String> filled(Map<String, String> settings) {
    return settings.entrySet().stream()
        .filter(entry -> !entry.getValue().isBlank())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}

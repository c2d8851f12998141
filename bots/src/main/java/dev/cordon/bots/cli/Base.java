package dev.cordon.bots.cli;

import dev.cordon.bots.ledger.Ledger;
import dev.cordon.config.Settings;
import dev.cordon.matcher.bank.BankStore;
import dev.cordon.matcher.redis.RedisLink;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What every part of a process stands on.
 *
 * @param clock the time
 * @param vertx the event loops
 * @param closing closes all that was opened
 */
record Base(
    Settings settings,
    Plugins plugins,
    Store store,
    Ledger ledger,
    PrometheusMeterRegistry meters,
    Clock clock,
    Vertx vertx,
    Closing closing) {

  /** Opens everything; what was opened is closed with {@code closing}, also when this fails. */
  static Base open(Settings settings, Closing closing) {
    Store store = closing.add(Store.open(settings));
    Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(false));
    closing.add(() -> join(vertx.close().toCompletionStage()));
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    closing.add(meters::close);
    return new Base(
        settings,
        closing.add(new Plugins(settings.pluginFolders())),
        store,
        store.ledger(),
        meters,
        Clock.systemUTC(),
        vertx,
        closing);
  }

  RedisLink redis() {
    return store.link();
  }

  BankStore banks() {
    return store.banks();
  }

  /** A folder of a part's own under the home, made when it is not there. */
  Path folder(String first, String... more) {
    try {
      return Files.createDirectories(settings.home().resolve(Path.of(first, more)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static <T extends @Nullable Object> T join(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }
}

package dev.cordon.adapters;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/** Makes an adapter; found through {@link java.util.ServiceLoader}. */
public interface PlatformProvider {

  /** The word in the settings that asks for this adapter, for example {@code telegram}. */
  String type();

  /** Every key it understands; another one is a settings error. */
  Set<String> settingKeys();

  /** The keys whose values are secret and never shown. */
  Set<String> secretKeys();

  /**
   * Makes a connection, without I/O.
   *
   * @param name the connection's name in the settings
   * @param settings values by key
   * @throws IllegalArgumentException naming the key, the bound and the value it got
   */
  Platform create(String name, Map<String, String> settings, Context context);

  /**
   * What an adapter may use of the process.
   *
   * @param vertx the event loops and HTTP clients
   * @param meters where to count
   * @param clock the time
   * @param scratch a folder of the adapter's own, kept between runs
   */
  record Context(Vertx vertx, MeterRegistry meters, Clock clock, Path scratch) {}
}

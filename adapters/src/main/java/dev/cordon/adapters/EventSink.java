package dev.cordon.adapters;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** Where an adapter delivers what it receives. */
@FunctionalInterface
public interface EventSink {

  /**
   * Takes events in the order the platform gave them.
   *
   * @return completes once all of them are durable; only then may the adapter acknowledge them to
   *     the platform. Fails when they could not be stored: the adapter must deliver them again.
   */
  CompletionStage<Void> accept(List<PlatformEvent> events);
}

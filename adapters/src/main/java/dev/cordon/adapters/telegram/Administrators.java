package dev.cordon.adapters.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who runs which chat, asked once in a while and again when Telegram tells of a change. */
final class Administrators {
  private static final Duration FAILED = Duration.ofSeconds(5);

  private record Cached(Future<Staff> staff, Instant asked) {}

  private final Calls calls;
  private final Clock clock;
  private final Duration believedFor;
  private final Map<String, Cached> cache = new ConcurrentHashMap<>();

  Administrators(Calls calls, Clock clock, Duration believedFor) {
    this.calls = calls;
    this.clock = clock;
    this.believedFor = believedFor;
  }

  /** The staff of a group or channel; {@link Staff#UNKNOWN} when Telegram cannot be asked. */
  Future<Staff> of(String chat) {
    Instant now = clock.instant();
    return cache.compute(chat, (id, cached) -> fresh(cached, now) ? cached : ask(id, now)).staff();
  }

  void forget(String chat) {
    cache.remove(chat);
  }

  private boolean fresh(@org.jspecify.annotations.Nullable Cached cached, Instant now) {
    if (cached == null) {
      return false;
    }
    Future<Staff> staff = cached.staff();
    boolean failed = staff.succeeded() && !staff.result().known();
    return cached.asked().plus(failed ? FAILED : believedFor).isAfter(now);
  }

  private Cached ask(String chat, Instant now) {
    Future<Answer> list = calls.read("getChatAdministrators", Map.of("chat_id", Ids.of(chat)));
    Future<Answer> full = calls.read("getChat", Map.of("chat_id", Ids.of(chat)));
    return new Cached(
        Future.join(list, full)
            .map(both -> staff(list.result(), full.result()))
            .otherwise(Staff.UNKNOWN),
        now);
  }

  private static Staff staff(Answer list, Answer full) {
    if (!(list instanceof Answer.Ok members) || !(full instanceof Answer.Ok chat)) {
      return Staff.UNKNOWN;
    }
    Set<String> owners = new HashSet<>();
    Set<String> administrators = new HashSet<>();
    for (JsonNode member : members.result()) {
      boolean owner = member.path("status").asText().equals("creator");
      (owner ? owners : administrators).add(member.path("user").path("id").asText());
    }
    return new Staff(true, owners, administrators, Json.text(chat.result(), "linked_chat_id"));
  }
}

package dev.cordon.adapters.telegram.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The updates that wait for one bot: handed out until an offset confirms them, to one poller at a
 * time. What a bot did not ask for is filtered when it happens, not when it is fetched.
 */
final class UpdateQueue {
  static final String TERMINATED =
      "Conflict: terminated by other getUpdates request; make sure that only one bot instance is"
          + " running";

  /** Telegram withholds these from a bot that names no types. */
  private static final Set<String> NOT_BY_DEFAULT =
      Set.of("chat_member", "message_reaction", "message_reaction_count");

  /** Telegram waits as long for more updates to come along with the first. */
  private static final long GATHER_MILLIS = 1;

  private record Poller(int offset, int limit, Promise<ArrayNode> answer, Vertx vertx) {}

  private final ArrayDeque<ObjectNode> pending = new ArrayDeque<>();
  private Set<String> allowed = Set.of();
  private int nextId;
  private @Nullable Poller poller;
  private Runnable onOffer = () -> {};

  UpdateQueue(int firstId) {
    this.nextId = firstId;
  }

  /** Queues an update, unless the bot does not want this type. */
  void offer(String type, ObjectNode payload) {
    Runnable wake;
    synchronized (this) {
      if (!wants(type)) {
        return;
      }
      pending.add(Json.object().put("update_id", nextId++).set(type, payload));
      wake = poller == null ? onOffer : wakeUp(poller);
    }
    wake.run();
  }

  /** Confirms what is before the offset and answers with what follows, at the latest in time. */
  Future<ArrayNode> poll(Vertx vertx, int offset, int limit, int timeoutSeconds) {
    Promise<ArrayNode> answer = Promise.promise();
    Poller mine = new Poller(offset, limit, answer, vertx);
    Poller older;
    boolean waits;
    synchronized (this) {
      older = poller;
      confirm(offset);
      waits = pending.isEmpty() && timeoutSeconds > 0;
      poller = waits ? mine : null;
    }
    if (older != null) {
      older.answer().tryFail(ApiError.of(409, TERMINATED));
    }
    if (waits) {
      vertx.setTimer(timeoutSeconds * 1000L, t -> finish(mine));
    } else {
      finish(mine);
    }
    return answer.future();
  }

  /** The client has gone away: what would have been answered stays in the queue. */
  synchronized void abandon(Future<ArrayNode> poll) {
    if (poller != null && poller.answer().future() == poll) {
      poller = null;
    }
  }

  /** Ends a waiting poll, because a webhook takes over. */
  void terminate(String why) {
    Poller gone;
    synchronized (this) {
      gone = poller;
      poller = null;
    }
    if (gone != null) {
      gone.answer().tryFail(ApiError.of(409, why));
    }
  }

  /** What {@code allowed_updates} asks for from now on; an empty list means the default. */
  synchronized void allow(JsonNode types) {
    allowed =
        StreamSupport.stream(types.spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.toUnmodifiableSet());
  }

  synchronized Set<String> allowed() {
    return allowed;
  }

  synchronized int size() {
    return pending.size();
  }

  synchronized void clear() {
    pending.clear();
  }

  /** The oldest update, for a webhook. */
  synchronized @Nullable ObjectNode peek() {
    return pending.peek();
  }

  /** Forgets an update that a webhook has taken. */
  synchronized void delivered(ObjectNode update) {
    pending.remove(update);
  }

  synchronized void onOffer(Runnable listener) {
    onOffer = listener;
  }

  private boolean wants(String type) {
    return allowed.isEmpty() ? !NOT_BY_DEFAULT.contains(type) : allowed.contains(type);
  }

  private Runnable wakeUp(Poller waiting) {
    return () -> waiting.vertx().setTimer(GATHER_MILLIS, t -> finish(waiting));
  }

  private void confirm(int offset) {
    if (offset < 0) {
      while (pending.size() > -offset) {
        pending.remove();
      }
      return;
    }
    ObjectNode first = pending.peek();
    while (first != null && first.path("update_id").asInt() < offset) {
      pending.remove();
      first = pending.peek();
    }
  }

  private void finish(Poller which) {
    ArrayNode updates = Json.array();
    synchronized (this) {
      if (poller == which) {
        poller = null;
      }
      pending.stream().limit(which.limit()).forEach(updates::add);
    }
    which.answer().tryComplete(updates);
  }
}

package dev.cordon.adapters.telegram.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * All that exists in the sandbox. What changes several things at once takes the world's own lock,
 * so that bots see updates in the order of the message ids.
 */
final class World {
  private static final Duration PRESS_LIFE = Duration.ofMinutes(15);

  private final Clock clock;
  private final int maxMessages;
  private final Map<Long, User> users = new ConcurrentHashMap<>();
  private final Map<Long, Chat> chats = new ConcurrentHashMap<>();
  private final Map<String, Bot> bots = new ConcurrentHashMap<>();
  private final Map<String, Press> presses = new ConcurrentHashMap<>();
  private final Map<Long, List<ObjectNode>> profilePhotos = new ConcurrentHashMap<>();
  private final ArrayDeque<Message> ages = new ArrayDeque<>();
  private final List<Consumer<SandboxEvent>> listeners = new CopyOnWriteArrayList<>();
  private final AtomicLong ids = new AtomicLong(5_000_000);
  private final AtomicLong version = new AtomicLong();
  private final Journal journal = new Journal();
  private final Files files;
  private final Uploads uploads;

  /** A pressed button that waits for the bot's answer. */
  record Press(Chat chat, Instant at) {}

  World(Clock clock, long maxFileBytes, int maxMessages) {
    this.clock = clock;
    this.maxMessages = maxMessages;
    this.files = new Files(maxFileBytes, 42);
    this.uploads = new Uploads(files);
  }

  Clock clock() {
    return clock;
  }

  Journal journal() {
    return journal;
  }

  Files files() {
    return files;
  }

  Uploads uploads() {
    return uploads;
  }

  /** Remembers a press until it is answered or a quarter of an hour old. */
  void pressed(String id, Press press) {
    Instant tooOld = press.at().minus(PRESS_LIFE);
    presses.values().removeIf(p -> p.at().isBefore(tooOld));
    presses.put(id, press);
  }

  /** The press, once: whoever takes it answers it. */
  Optional<Press> takePress(String id) {
    return Optional.ofNullable(presses.remove(id))
        .filter(p -> !p.at().isBefore(clock.instant().minus(PRESS_LIFE)));
  }

  Map<Long, List<ObjectNode>> profilePhotos() {
    return profilePhotos;
  }

  long nextId() {
    return ids.incrementAndGet();
  }

  User add(User user) {
    users.put(user.id(), user);
    return user;
  }

  Optional<User> user(long id) {
    return Optional.ofNullable(users.get(id));
  }

  Bot add(Bot bot) {
    add(bot.user());
    bots.put(bot.token(), bot);
    return bot;
  }

  Optional<Bot> bot(User user) {
    return bots.values().stream().filter(b -> b.user().equals(user)).findFirst();
  }

  Optional<Bot> bot(String token) {
    return Optional.ofNullable(bots.get(token));
  }

  Chat add(Chat chat) {
    chats.put(chat.id(), chat);
    return chat;
  }

  Optional<Chat> chat(long id) {
    return Optional.ofNullable(chats.get(id));
  }

  Optional<Chat> chat(String username) {
    return chats.values().stream()
        .filter(c -> c.username().filter(username::equalsIgnoreCase).isPresent())
        .findFirst();
  }

  Collection<Chat> chats() {
    return chats.values();
  }

  /** Puts a message in its chat; the oldest of all messages may be forgotten for it. */
  synchronized Message add(Message message) {
    message.chat().add(message);
    ages.add(message);
    while (ages.size() > maxMessages) {
      Message oldest = ages.remove();
      oldest.chat().forget(oldest);
    }
    return message;
  }

  /** Tells the bots of a chat, except the one that did it. */
  void update(Chat chat, Optional<User> doer, String type, ObjectNode payload) {
    for (Bot bot : bots.values()) {
      boolean own = doer.filter(bot.user()::equals).isPresent();
      if (!own && chat.member(bot.user()).present()) {
        bot.updates().offer(type, payload);
      }
    }
  }

  /** Changes the place of somebody and tells the bots, as Telegram does. */
  Member change(Chat chat, User doer, Member after) {
    Member before;
    synchronized (this) {
      before = chat.put(after);
      tellOfChange(chat, doer, before, after);
    }
    event(new SandboxEvent.MemberChanged(chat, before, after));
    return before;
  }

  private void tellOfChange(Chat chat, User doer, Member before, Member after) {
    ObjectNode payload = Json.object();
    payload.set("chat", chat.json());
    payload.set("from", doer.json());
    payload.put("date", clock.instant().getEpochSecond());
    payload.set("old_chat_member", before.json());
    payload.set("new_chat_member", after.json());
    for (Bot bot : bots.values()) {
      if (bot.user().equals(after.user())) {
        bot.updates().offer("my_chat_member", payload);
      } else if (chat.member(bot.user()).isAdmin()) {
        bot.updates().offer("chat_member", payload);
      }
    }
  }

  void onEvent(Consumer<SandboxEvent> listener) {
    listeners.add(listener);
  }

  void event(SandboxEvent event) {
    version.incrementAndGet();
    listeners.forEach(listener -> listener.accept(event));
  }

  /** Grows with every visible change. */
  long version() {
    return version.get();
  }
}

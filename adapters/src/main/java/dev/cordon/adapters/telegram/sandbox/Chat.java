package dev.cordon.adapters.telegram.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A channel, group, supergroup or private conversation in the sandbox; safe from any thread. */
public final class Chat {

  /** What sort of chat. */
  public enum Type {
    CHANNEL,
    SUPERGROUP,
    GROUP,
    PRIVATE;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final int LATEST = 40;

  private final long id;
  private final Type type;
  private final String title;
  private final Optional<String> username;
  private final Clock clock;
  private final Map<Long, Member> members = new LinkedHashMap<>();
  private final Set<Long> bannedChats = new LinkedHashSet<>();
  private final Set<Long> joinRequests = new LinkedHashSet<>();
  private final LinkedHashMap<Integer, Message> messages = new LinkedHashMap<>();
  private final ArrayDeque<Message> latest = new ArrayDeque<>();
  private int lastMessageId;
  private @Nullable Chat linked;
  private @Nullable Chat migratedTo;

  Chat(long id, Type type, String title, Optional<String> username, Clock clock) {
    this.id = id;
    this.type = type;
    this.title = title;
    this.username = username;
    this.clock = clock;
  }

  /** Telegram's id of the chat. */
  public long id() {
    return id;
  }

  /** What sort of chat it is. */
  public Type type() {
    return type;
  }

  /** The shown name. */
  public String title() {
    return title;
  }

  /** The public name, without {@code @}. */
  public Optional<String> username() {
    return username;
  }

  /** The channel of this group, or the group of this channel. */
  public synchronized Optional<Chat> linked() {
    return Optional.ofNullable(linked);
  }

  /** The supergroup that this group has become. */
  public synchronized Optional<Chat> migratedTo() {
    return Optional.ofNullable(migratedTo);
  }

  /** Everybody who is in the chat now, in order of joining. */
  public synchronized List<Member> members() {
    return members.values().stream().map(this::current).filter(Member::present).toList();
  }

  /** The people who are banned now. */
  public synchronized List<User> banned() {
    return members.values().stream()
        .map(this::current)
        .filter(m -> m.status() == Member.Status.KICKED)
        .map(Member::user)
        .toList();
  }

  /** The ids of the channels that may not post here under their own name. */
  public synchronized Set<Long> bannedChats() {
    return Set.copyOf(bannedChats);
  }

  /** The ids of those who asked to join and have no answer. */
  public synchronized Set<Long> joinRequests() {
    return Set.copyOf(joinRequests);
  }

  /** The place of an account here; {@code LEFT} when it was never here. */
  public synchronized Member member(User user) {
    return current(members.getOrDefault(user.id(), Member.of(user, Member.Status.LEFT)));
  }

  /** Messages not yet forgotten, deleted ones too, oldest first. */
  public synchronized List<Message> messages() {
    return new ArrayList<>(messages.values());
  }

  /** A message by its id, deleted or not, unless it was forgotten. */
  public synchronized Optional<Message> message(int messageId) {
    return Optional.ofNullable(messages.get(messageId));
  }

  private Member current(Member member) {
    boolean over = member.until().filter(t -> !t.isAfter(clock.instant())).isPresent();
    if (!over) {
      return member;
    }
    boolean kicked = member.status() == Member.Status.KICKED;
    return Member.of(member.user(), kicked ? Member.Status.LEFT : Member.Status.MEMBER);
  }

  synchronized Member put(Member member) {
    Member before = member(member.user());
    members.put(member.user().id(), member);
    return before;
  }

  synchronized boolean banChat(long senderChat) {
    return bannedChats.add(senderChat);
  }

  synchronized boolean unbanChat(long senderChat) {
    return bannedChats.remove(senderChat);
  }

  synchronized boolean addJoinRequest(long user) {
    return joinRequests.add(user);
  }

  synchronized boolean takeJoinRequest(long user) {
    return joinRequests.remove(user);
  }

  synchronized int nextMessageId() {
    return ++lastMessageId;
  }

  synchronized void add(Message message) {
    messages.put(message.id(), message);
    latest.add(message);
    if (latest.size() > LATEST) {
      latest.remove();
    }
  }

  /** The newest few messages, deleted ones too, oldest first. */
  synchronized List<Message> latest() {
    return List.copyOf(latest);
  }

  synchronized void forget(Message message) {
    messages.remove(message.id());
  }

  synchronized void link(Chat other) {
    linked = other;
  }

  synchronized void becomes(Chat supergroup) {
    migratedTo = supergroup;
  }

  ObjectNode json() {
    ObjectNode node = Json.object().put("id", id).put("type", type.word());
    node.put(type == Type.PRIVATE ? "first_name" : "title", title);
    username.ifPresent(name -> node.put("username", name));
    return node;
  }
}

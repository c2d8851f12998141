package dev.cordon.adapters.telegram.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who there is, in which chats, and with which rights: what people do in Telegram's own apps. */
public final class People {
  private static final long CHANNEL_BASE = -1_000_000_000_000L;

  private final World world;
  private final Posts posts;

  People(World world, Posts posts) {
    this.world = world;
    this.posts = posts;
  }

  /** A new person. */
  public User person(String firstName) {
    return world.add(new User(world.nextId(), false, firstName, Optional.empty()));
  }

  /** A new bot of somebody else's, or a second one to test. */
  public Bot bot(String firstName, String token) {
    long id = Long.parseLong(token.substring(0, token.indexOf(':')));
    User user = new User(id, true, firstName, Optional.of(firstName + "_bot"));
    return world.add(new Bot(user, token, 1000));
  }

  /** A new channel. */
  public Chat channel(String title, User owner) {
    return chat(CHANNEL_BASE - world.nextId(), Chat.Type.CHANNEL, title, owner);
  }

  /** A new supergroup. */
  public Chat supergroup(String title, User owner) {
    return chat(CHANNEL_BASE - world.nextId(), Chat.Type.SUPERGROUP, title, owner);
  }

  /** A new basic group, which can become a supergroup. */
  public Chat group(String title, User owner) {
    return chat(-world.nextId(), Chat.Type.GROUP, title, owner);
  }

  /** The conversation of a person with a bot. */
  public Chat conversation(User person, Bot bot) {
    Chat chat =
        world
            .chat(person.id())
            .orElseGet(() -> chat(person.id(), Chat.Type.PRIVATE, person.firstName(), person));
    chat.put(Member.of(person, Member.Status.MEMBER));
    chat.put(Member.of(bot.user(), Member.Status.MEMBER));
    return chat;
  }

  /** Makes the group the place where a channel's posts are discussed. */
  public void link(Chat channel, Chat group) {
    channel.link(group);
    group.link(channel);
  }

  /** Somebody joins and, in a group, everybody sees that. */
  public void join(Chat chat, User user) {
    requireNotBanned(chat, user);
    world.change(chat, user, Member.of(user, Member.Status.MEMBER));
    if (chat.type() != Chat.Type.CHANNEL) {
      ObjectNode joined = Json.object();
      joined.putArray("new_chat_members").add(user.json());
      posts.service(chat, Author.of(user), joined);
    }
  }

  /** Somebody asks to join; an administrator or bot decides. */
  public void requestToJoin(Chat chat, User user) {
    requireNotBanned(chat, user);
    chat.addJoinRequest(user.id());
    ObjectNode request = Json.object();
    request.set("chat", chat.json());
    request.set("from", user.json());
    request.put("user_chat_id", user.id());
    request.put("date", world.clock().instant().getEpochSecond());
    world.update(chat, Optional.of(user), "chat_join_request", request);
  }

  /** Somebody goes. */
  public void leave(Chat chat, User user) {
    world.change(chat, user, Member.of(user, Member.Status.LEFT));
  }

  /** The owner gives somebody these rights, and takes all others away. */
  public void promote(Chat chat, User user, Right... rights) {
    world.change(chat, owner(chat), Member.admin(user, Set.of(rights)));
  }

  /** The owner gives somebody every right. */
  public void promoteFully(Chat chat, User user) {
    world.change(chat, owner(chat), Member.admin(user, EnumSet.allOf(Right.class)));
  }

  /** An administrator becomes an ordinary member; a bot in a channel leaves by that. */
  public void demote(Chat chat, User user) {
    boolean goes = chat.type() == Chat.Type.CHANNEL && user.bot();
    Member.Status status = goes ? Member.Status.LEFT : Member.Status.MEMBER;
    world.change(chat, owner(chat), Member.of(user, status));
  }

  /** The owner bans somebody, a bot for instance. */
  public void ban(Chat chat, User user) {
    world.change(chat, owner(chat), Member.of(user, Member.Status.KICKED));
  }

  /** The owner lifts a ban, without making the person a member. */
  public void unban(Chat chat, User user) {
    world.change(chat, owner(chat), Member.of(user, Member.Status.LEFT));
  }

  /** Somebody puts up a new profile picture: JPEG or PNG. */
  public void profilePhoto(User user, byte[] picture) {
    ObjectNode sizes = Json.object();
    sizes.set("sizes", world.uploads().photo(picture));
    world
        .profilePhotos()
        .computeIfAbsent(user.id(), id -> new CopyOnWriteArrayList<>())
        .add(0, sizes);
  }

  /**
   * A basic group becomes a supergroup with a new id; calls with the old id answer with the new.
   *
   * @return the supergroup
   */
  public Chat migrate(Chat group) {
    Chat big =
        chat(CHANNEL_BASE - world.nextId(), Chat.Type.SUPERGROUP, group.title(), owner(group));
    group.members().forEach(big::put);
    User owner = owner(group);
    posts.service(group, Author.of(owner), Json.object().put("migrate_to_chat_id", big.id()));
    group.becomes(big);
    ObjectNode from = Json.object().put("migrate_from_chat_id", group.id());
    posts.service(big, Author.anonymous(owner, big), from);
    return big;
  }

  /** Every chat, in no order. */
  public List<Chat> chats() {
    return List.copyOf(world.chats());
  }

  /** The owner of a chat. */
  public User owner(Chat chat) {
    return chat.members().stream()
        .filter(m -> m.status() == Member.Status.CREATOR)
        .map(Member::user)
        .findFirst()
        .orElseThrow(() -> new NotAllowedException(chat.title() + " has no owner"));
  }

  private Chat chat(long id, Chat.Type type, String title, User owner) {
    Chat chat = world.add(new Chat(id, type, title, Optional.empty(), world.clock()));
    chat.put(Member.of(owner, Member.Status.CREATOR));
    return chat;
  }

  private static void requireNotBanned(Chat chat, User user) {
    if (chat.member(user).status() == Member.Status.KICKED) {
      throw new NotAllowedException(user.firstName() + " is banned from " + chat.title());
    }
  }
}

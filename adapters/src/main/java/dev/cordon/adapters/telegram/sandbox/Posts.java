package dev.cordon.adapters.telegram.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Posting as people do it in Telegram's own apps. Safe from any thread; never waits for a bot. */
public final class Posts {
  private final World world;

  Posts(World world) {
    this.world = world;
  }

  /**
   * Posts a message. A channel's post is forwarded into its linked group at once.
   *
   * @throws NotAllowedException when the author is banned, restricted or not an administrator of
   *     the channel
   */
  public Message post(Chat chat, Author author, Post post) {
    return publish(chat, author, post, Json.object());
  }

  /** Posts an album: as many messages, tied together by {@code media_group_id}. */
  public List<Message> album(Chat chat, Author author, List<Post> items) {
    String group = Long.toString(world.nextId());
    List<Message> posted = new ArrayList<>();
    for (Post item : items) {
      ObjectNode extra = Json.object().put("media_group_id", group);
      posted.add(publish(chat, author, item, extra));
    }
    return posted;
  }

  /** Forwards a message: the same files, and a word of where they are from. */
  public Message forward(Message message, Chat to, Author author) {
    ObjectNode extra = Json.object();
    extra.set("forward_origin", MessageJson.origin(message));
    Post same = Post.of(Media.sameFile(message)).caption(message.text());
    boolean words = message.json().filter(MessageJson::hasMedia).isEmpty();
    return publish(to, author, words ? Post.text(message.text()) : same, extra);
  }

  /** Gives a message other content under the same id. */
  public Message edit(Message message, Post post) {
    ObjectNode media = post.media().map(world.uploads()::upload).orElseGet(Json::object);
    Chat chat = message.chat();
    ObjectNode json = MessageJson.head(chat, message.id(), message.author(), message.postedAt());
    json.put("edit_date", now().getEpochSecond());
    MessageJson.content(json, post, media);
    synchronized (world) {
      if (!message.changeTo(json)) {
        throw new NotAllowedException("message " + message.id() + " is removed");
      }
      boolean channel = chat.type() == Chat.Type.CHANNEL;
      String type = channel ? "edited_channel_post" : "edited_message";
      world.update(chat, message.author().user(), type, json);
    }
    world.event(new SandboxEvent.Edited(message));
    return message;
  }

  /** A person removes a message; bots are not told, as on Telegram. */
  public void remove(Message message) {
    if (message.remove(now(), "person")) {
      message.removal().ifPresent(r -> world.event(new SandboxEvent.Removed(message, r)));
    }
  }

  /** An administrator gives the chat a new picture. */
  public Message chatPhoto(Chat chat, User admin, byte[] picture) {
    ObjectNode content = Json.object();
    content.set("new_chat_photo", world.uploads().photo(picture));
    boolean channel = chat.type() == Chat.Type.CHANNEL;
    return service(chat, channel ? Author.channel(chat) : Author.of(admin), content);
  }

  /**
   * Somebody presses a button.
   *
   * @return the id of the press, which {@link SandboxEvent.PressAnswered} carries
   */
  public String press(Message message, User presser, String data) {
    String id = UUID.randomUUID().toString().replace("-", "").substring(0, 18);
    ObjectNode query = Json.object().put("id", id);
    query.set("from", presser.json());
    message.json().ifPresent(json -> query.set("message", json));
    query.put("chat_instance", Long.toString(message.chat().id() * -7)).put("data", data);
    world.pressed(id, new World.Press(message.chat(), now()));
    message
        .author()
        .user()
        .flatMap(world::bot)
        .ifPresent(bot -> bot.updates().offer("callback_query", query));
    return id;
  }

  /** A message that Telegram itself writes: somebody joined, a new picture. */
  Message service(Chat chat, Author author, ObjectNode content) {
    return add(chat, author, content, Optional.empty());
  }

  /** A bot's own message, of which it gets no update. */
  Message byBot(Chat chat, Bot bot, ObjectNode content) {
    boolean channel = chat.type() == Chat.Type.CHANNEL;
    Author author = channel ? Author.anonymous(bot.user(), chat) : Author.of(bot.user());
    return add(chat, author, content, Optional.of(bot.user()));
  }

  private Message publish(Chat chat, Author author, Post post, ObjectNode content) {
    requireMayPost(chat, author);
    ObjectNode media = post.media().map(world.uploads()::upload).orElseGet(Json::object);
    MessageJson.content(content, post, media);
    Message message = add(chat, author, content, author.user());
    if (chat.type() == Chat.Type.CHANNEL) {
      chat.linked().ifPresent(group -> forwardAutomatically(message, group, content));
    }
    return message;
  }

  private void forwardAutomatically(Message message, Chat group, ObjectNode content) {
    ObjectNode copy = content.deepCopy();
    world.files().realias(copy);
    copy.set("from", User.TELEGRAM.json());
    copy.put("is_automatic_forward", true);
    copy.set("forward_origin", MessageJson.origin(message));
    add(group, Author.channel(message.chat()), copy, Optional.empty());
  }

  private Message add(Chat chat, Author author, ObjectNode content, Optional<User> doer) {
    Message message;
    synchronized (world) {
      int id = chat.nextMessageId();
      Instant at = now();
      ObjectNode json = MessageJson.head(chat, id, author, at);
      json.setAll(content);
      message = world.add(new Message(chat, id, author, at, json));
      boolean channel = chat.type() == Chat.Type.CHANNEL;
      world.update(chat, doer, channel ? "channel_post" : "message", json);
    }
    world.event(new SandboxEvent.Posted(message));
    return message;
  }

  private static void requireMayPost(Chat chat, Author author) {
    author.user().ifPresent(user -> requireMayPost(chat, user));
    author
        .identity()
        .filter(identity -> chat.bannedChats().contains(identity.id()))
        .ifPresent(identity -> refuse(identity.title(), chat));
  }

  private static void requireMayPost(Chat chat, User user) {
    Member member = chat.member(user);
    boolean channel = chat.type() == Chat.Type.CHANNEL;
    boolean may = channel ? member.isAdmin() : member.present();
    if (!may || member.status() == Member.Status.RESTRICTED) {
      refuse(user.firstName(), chat);
    }
  }

  private static void refuse(String who, Chat chat) {
    throw new NotAllowedException(who + " may not post in " + chat.title());
  }

  private Instant now() {
    return world.clock().instant();
  }
}

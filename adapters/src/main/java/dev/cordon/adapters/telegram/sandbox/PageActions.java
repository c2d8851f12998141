package dev.cordon.adapters.telegram.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What a visitor of the page may do: post and press. */
final class PageActions {
  private final World world;
  private final Posts posts;
  private final People people;
  private final AtomicInteger guests = new AtomicInteger();

  PageActions(World world, Posts posts, People people) {
    this.world = world;
    this.posts = posts;
    this.people = people;
  }

  /**
   * Posts words or a picture; slow, so not for an event loop.
   *
   * @throws NotAllowedException when the chosen identity may not
   * @throws ApiError when the picture is none
   */
  ObjectNode post(Params params) {
    Chat chat = chat(params);
    Author author = author(chat, params.texts().getOrDefault("as", ""));
    String text = params.texts().getOrDefault("text", "");
    Params.@Nullable Upload upload = params.files().get("picture");
    boolean empty = upload == null || upload.bytes().length == 0;
    if (empty && text.isBlank()) {
      throw new NotAllowedException("choose a picture or write something");
    }
    Post post = upload == null || empty ? Post.text(text) : Post.of(media(upload, params));
    Message message = posts.post(chat, author, reply(chat, post.caption(text), params));
    return Json.object().put("message", message.id());
  }

  private static Media media(Params.Upload upload, Params params) {
    String how = params.texts().getOrDefault("how", "photo");
    if (how.equals("document")) {
      boolean png = upload.fileName().toLowerCase(Locale.ROOT).endsWith(".png");
      String name = upload.fileName().isBlank() ? "picture.jpg" : upload.fileName();
      return Media.document(upload.bytes(), name, png ? "image/png" : "image/jpeg");
    }
    return Media.photo(Variants.of(upload.bytes(), how));
  }

  private static Post reply(Chat chat, Post post, Params params) {
    String id = params.texts().getOrDefault("reply", "");
    return id.matches("[1-9]\\d{0,8}")
        ? Call.standing(chat, Integer.parseInt(id)).map(post::replyingTo).orElse(post)
        : post;
  }

  /** Presses a button as the owner of the chat, or as a member who is named. */
  ObjectNode press(Params params) {
    Chat chat = chat(params);
    int id = number(params, "message").intValue();
    Message message =
        Call.standing(chat, id).orElseThrow(() -> new NotAllowedException("no such message"));
    String data = params.texts().getOrDefault("data", "");
    return Json.object().put("press", posts.press(message, people.owner(chat), data));
  }

  private Chat chat(Params params) {
    return world
        .chat(number(params, "chat"))
        .orElseThrow(() -> new NotAllowedException("no such chat"));
  }

  private Author author(Chat chat, String as) {
    String[] parts = as.split(":", 2);
    if (parts[0].equals("channel") && chat.type() == Chat.Type.CHANNEL) {
      return Author.channel(chat);
    }
    if (parts[0].equals("new")) {
      User guest = people.person("Guest " + guests.incrementAndGet());
      people.join(chat, guest);
      return Author.of(guest);
    }
    long id = parts.length == 2 && parts[1].matches("\\d{1,18}") ? Long.parseLong(parts[1]) : 0;
    User user = world.user(id).orElseThrow(() -> new NotAllowedException("choose who posts"));
    return parts[0].equals("anonymous") ? Author.anonymous(user, chat) : Author.of(user);
  }

  private static Long number(Params params, String name) {
    String value = params.texts().getOrDefault(name, "");
    return value.matches("-?\\d{1,18}") ? Long.parseLong(value) : 0L;
  }
}

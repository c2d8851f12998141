package dev.cordon.bots.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cordon.adapters.telegram.sandbox.Author;
import dev.cordon.adapters.telegram.sandbox.Chat;
import dev.cordon.adapters.telegram.sandbox.Media;
import dev.cordon.adapters.telegram.sandbox.Message;
import dev.cordon.adapters.telegram.sandbox.Post;
import dev.cordon.adapters.telegram.sandbox.Posts;
import dev.cordon.bots.demo.Posting.Fate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What people post in the demo, in order. */
final class Play {
  /** The invite link that is in the demo's bank. */
  static final String BANNED_LINK = "https://t.me/+Mountain0Banned1";

  private final Stage stage;
  private final Posts posts;
  private final Runnable pace;
  private final Consumer<Message> patience;
  private final Consumer<String> announce;
  private final Iterator<Map.Entry<String, byte[]>> known;
  private final Iterator<Map.Entry<String, byte[]>> clean;
  private final List<Posting> postings = new ArrayList<>();

  /**
   * A play on a stage.
   *
   * @param pace waits a moment between two posts
   * @param patience waits until a message is dealt with
   * @param announce is told in a few words what is posted next
   */
  Play(
      Stage stage,
      Posts posts,
      Runnable pace,
      Consumer<Message> patience,
      Consumer<String> announce) {
    this.stage = stage;
    this.posts = posts;
    this.pace = pace;
    this.patience = patience;
    this.announce = announce;
    this.known = endless(Photographs.known());
    this.clean = endless(Photographs.clean());
  }

  /** Plays all of it; what was posted, with what should become of it. */
  List<Posting> run() {
    cleanPosts();
    editedCopies();
    albums();
    swaps();
    forwards();
    links();
    documents();
    privileged();
    repeatOffender();
    cleanPosts();
    return postings;
  }

  private void cleanPosts() {
    for (int i = 0; i < 4; i++) {
      photo(stage.channel, stage.news(), clean.next(), "clean", Fate.LEFT_ALONE);
      photo(stage.group, Author.of(stage.anna), clean.next(), "clean", Fate.LEFT_ALONE);
    }
    add(stage.group, Author.of(stage.anna), Post.text("What a view!"), "words", Fate.LEFT_ALONE);
  }

  private void editedCopies() {
    copy("exact copy", known.next(), jpeg -> jpeg);
    copy("encoded again, quality 40", known.next(), jpeg -> Edits.reencoded(jpeg, 0.4f));
    copy("half the size", known.next(), jpeg -> Edits.resized(jpeg, 0.5));
    copy("mirrored", known.next(), Edits::mirrored);
    copy("quarter turn", known.next(), jpeg -> Edits.turned(jpeg, 1));
    copy("half turn", known.next(), jpeg -> Edits.turned(jpeg, 2));
    copy("three quarter turn", known.next(), jpeg -> Edits.turned(jpeg, 3));
  }

  private void copy(String what, Map.Entry<String, byte[]> photo, Edit edit) {
    byte[] jpeg = edit.of(photo.getValue());
    Post post = Post.of(Media.photo(jpeg));
    add(stage.channel, stage.news(), post, what + " of " + photo.getKey(), Fate.REMOVED);
  }

  private void albums() {
    List<Post> items =
        List.of(
            Post.of(Media.photo(clean.next().getValue())).caption("Our trip"),
            Post.of(Media.photo(known.next().getValue())),
            Post.of(Media.photo(clean.next().getValue())));
    announce.accept("album of three, the second one bad");
    List<Message> album = posts.album(stage.channel, stage.news(), items);
    keep(album.get(0), "clean item of an album with a bad one", Fate.GOES_ALONG);
    keep(album.get(1), "bad item of an album", Fate.REMOVED);
    keep(album.get(2), "clean item of an album with a bad one", Fate.GOES_ALONG);
    List<Post> harmless =
        List.of(
            Post.of(Media.photo(clean.next().getValue())),
            Post.of(Media.photo(clean.next().getValue())));
    announce.accept("album of two, both clean");
    posts
        .album(stage.group, Author.of(stage.anna), harmless)
        .forEach(item -> keep(item, "item of a clean album", Fate.LEFT_ALONE));
  }

  private void swaps() {
    Post harmless = Post.of(Media.photo(clean.next().getValue()));
    announce.accept("clean picture, soon to be swapped for a bad one");
    Message message = posts.post(stage.group, Author.of(stage.carla), harmless);
    pace.run();
    posts.edit(message, Post.of(Media.photo(known.next().getValue())));
    keep(message, "clean picture swapped for a bad one", Fate.REMOVED);
    announce.accept("clean picture, soon with another caption");
    Message corrected =
        posts.post(stage.group, Author.of(stage.anna), harmless.caption("teh view"));
    pace.run();
    posts.edit(corrected, Post.of(Media.sameFile(corrected)).caption("the view"));
    keep(corrected, "caption corrected", Fate.LEFT_ALONE);
  }

  private void forwards() {
    Map.Entry<String, byte[]> photo = known.next();
    announce.accept("a bad picture where nobody guards");
    Message source =
        posts.post(
            stage.elsewhere,
            Author.channel(stage.elsewhere),
            Post.of(Media.photo(photo.getValue())));
    forward(source, "forward of " + photo.getKey());
    forward(source, "the same file forwarded again");
  }

  private void forward(Message source, String what) {
    announce.accept(what);
    keep(posts.forward(source, stage.channel, stage.news()), what, Fate.REMOVED);
  }

  private void links() {
    Post banned =
        Post.of(Media.photo(clean.next().getValue())).caption("Join us: " + BANNED_LINK + " now");
    add(stage.channel, stage.news(), banned, "caption with a banned invite link", Fate.REMOVED);
    Post harmless = Post.text("More: https://t.me/+Another0Invite2 and https://example.org/");
    add(stage.group, Author.of(stage.anna), harmless, "other links", Fate.LEFT_ALONE);
  }

  private void documents() {
    Map.Entry<String, byte[]> photo = known.next();
    Media file = Media.document(photo.getValue(), "holiday.pdf", "application/pdf");
    String what = photo.getKey() + " as a document that claims to be a PDF";
    add(stage.channel, stage.news(), Post.of(file), what, Fate.REMOVED);
    Media text = Media.document("Minutes of the club".getBytes(UTF_8), "notes.txt", "text/plain");
    add(stage.group, Author.of(stage.admin), Post.of(text), "a text file", Fate.ESCALATED);
  }

  private void privileged() {
    photo(stage.group, Author.of(stage.admin), known.next(), "by an administrator:", Fate.REMOVED);
    photo(stage.group, stage.anonymously(), known.next(), "by an anonymous admin:", Fate.REMOVED);
    photo(
        stage.group,
        Author.channel(stage.elsewhere),
        known.next(),
        "under a channel's name:",
        Fate.REMOVED);
  }

  /** Offences count over all chats: muted here for the first, banned there for the second. */
  private void repeatOffender() {
    Author boris = Author.of(stage.boris);
    photo(stage.club, boris, clean.next(), "clean", Fate.LEFT_ALONE);
    photo(stage.group, boris, known.next(), "first offence:", Fate.REMOVED);
    patience.accept(postings.get(postings.size() - 1).message());
    photo(stage.club, boris, known.next(), "second offence:", Fate.REMOVED);
  }

  private void photo(
      Chat chat, Author author, Map.Entry<String, byte[]> photo, String how, Fate fate) {
    add(chat, author, Post.of(Media.photo(photo.getValue())), how + " " + photo.getKey(), fate);
  }

  private void add(Chat chat, Author author, Post post, String what, Fate fate) {
    announce.accept(what);
    keep(posts.post(chat, author, post), what, fate);
  }

  private void keep(Message message, String what, Fate fate) {
    postings.add(new Posting(message, what, fate));
    pace.run();
  }

  private static Iterator<Map.Entry<String, byte[]>> endless(Map<String, byte[]> photographs) {
    List<Map.Entry<String, byte[]>> all = List.copyOf(photographs.entrySet());
    return Stream.iterate(0, i -> (i + 1) % all.size()).map(all::get).iterator();
  }

  private interface Edit {
    byte[] of(byte[] jpeg);
  }
}

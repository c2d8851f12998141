package dev.cordon.adapters.telegram.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostsTest {
  private final Scene scene = new Scene();

  @AfterEach
  void stop() {
    scene.close();
  }

  @Test
  void aForwardKeepsTheFileAndANewUploadDoesNot() {
    byte[] picture = Scene.picture(400, 300, 5);
    Author author = Author.of(scene.member);
    Message first = scene.posts().post(scene.group, author, Post.of(Media.photo(picture)));
    Message again = scene.posts().post(scene.group, author, Post.of(Media.photo(picture)));
    Message forward = scene.posts().forward(first, scene.group, author);
    String file = "/photo/1/file_unique_id";
    JsonNode original = first.json().orElseThrow();
    JsonNode copy = forward.json().orElseThrow();
    assertThat(copy.at(file)).isEqualTo(original.at(file));
    assertThat(copy.at("/photo/1/file_id")).isNotEqualTo(original.at("/photo/1/file_id"));
    assertThat(copy.at("/forward_origin/type").asText()).isEqualTo("user");
    assertThat(again.json().orElseThrow().at(file)).isNotEqualTo(original.at(file));
  }

  @Test
  void aChannelPostIsForwardedIntoItsGroup() {
    scene.people().link(scene.channel, scene.group);
    scene
        .posts()
        .post(
            scene.channel,
            Author.channel(scene.channel),
            Post.of(Media.photo(Scene.picture(200, 200, 2))));
    JsonNode updates = scene.updates("");
    JsonNode copy = updates.get(1).path("message");
    assertThat(copy.path("is_automatic_forward").asBoolean()).isTrue();
    assertThat(copy.at("/from/id").asLong()).isEqualTo(777000);
    assertThat(copy.at("/sender_chat/id").asLong()).isEqualTo(scene.channel.id());
    assertThat(copy.at("/photo/0/file_unique_id"))
        .isEqualTo(updates.get(0).at("/channel_post/photo/0/file_unique_id"));
  }

  @Test
  void identitiesLookAsOnTelegram() {
    Chat brand = scene.people().channel("Brand", scene.owner);
    scene.posts().post(scene.group, Author.anonymous(scene.owner, scene.group), Post.text("a"));
    scene.posts().post(scene.group, Author.channel(brand), Post.text("b"));
    JsonNode updates = scene.updates("");
    assertThat(updates.get(0).at("/message/from/username").asText()).isEqualTo("GroupAnonymousBot");
    assertThat(updates.get(0).at("/message/sender_chat/id").asLong()).isEqualTo(scene.group.id());
    assertThat(updates.get(1).at("/message/from/username").asText()).isEqualTo("Channel_Bot");
    assertThat(updates.get(1).at("/message/sender_chat/title").asText()).isEqualTo("Brand");
  }

  @Test
  void anEditSwapsTheMedia() {
    Author author = Author.of(scene.member);
    Post clean = Post.of(Media.photo(Scene.picture(200, 200, 1)));
    Message message = scene.posts().post(scene.group, author, clean);
    scene.posts().edit(message, Post.of(Media.photo(Scene.picture(200, 200, 2))));
    JsonNode updates = scene.updates("");
    String file = "/photo/0/file_unique_id";
    assertThat(updates.get(1).path("edited_message").at(file))
        .isNotEqualTo(updates.get(0).path("message").at(file));
  }

  @Test
  void bannedAndRestrictedPeopleCannotPost() {
    scene.people().ban(scene.group, scene.member);
    assertThatThrownBy(
            () -> scene.posts().post(scene.group, Author.of(scene.member), Post.text("hi")))
        .isInstanceOf(NotAllowedException.class)
        .hasMessage("Max may not post in Talk");
    assertThatThrownBy(() -> scene.people().join(scene.group, scene.member))
        .isInstanceOf(NotAllowedException.class);
  }

  @Test
  void memoryForFilesAndMessagesIsBounded() {
    try (TelegramSandbox small =
        TelegramSandbox.builder().maxFileBytes(1 << 20).maxMessages(100).build()) {
      User owner = small.people().person("Olga");
      Chat chat = small.people().supergroup("Talk", owner);
      List<Message> posted =
          IntStream.range(0, 300)
              .mapToObj(i -> Media.document(new byte[50_000], "f" + i, "x/y"))
              .map(media -> small.posts().post(chat, Author.of(owner), Post.of(media)))
              .toList();
      assertThat(chat.messages()).hasSize(100).contains(posted.get(299));
      assertThat(small.bytesHeld()).isLessThanOrEqualTo(1 << 20);
    }
  }

  @Test
  void linksAreFoundInWordsAndBehindThem() {
    Post post = Post.text("join t.me/+abc or see https://example.org/a").hidingLink("https://x.io");
    Message message = scene.posts().post(scene.group, Author.of(scene.member), post);
    JsonNode entities = message.json().orElseThrow().path("entities");
    assertThat(entities.findValuesAsText("type")).containsExactly("text_link", "url", "url");
    assertThat(entities.get(1).path("offset").asInt()).isEqualTo(5);
  }
}

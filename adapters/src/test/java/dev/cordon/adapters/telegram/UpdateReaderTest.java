package dev.cordon.adapters.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.adapters.AccountRef;
import dev.cordon.adapters.Attachment;
import dev.cordon.adapters.Attachment.Kind;
import dev.cordon.adapters.Attachment.Role;
import dev.cordon.adapters.ChatRef;
import dev.cordon.adapters.IncomingMessage;
import dev.cordon.adapters.IncomingMessage.ChatKind;
import dev.cordon.adapters.MessageRef;
import dev.cordon.adapters.Origin;
import dev.cordon.adapters.PlatformEvent;
import dev.cordon.adapters.PlatformEvent.ChatMoved;
import dev.cordon.adapters.PlatformEvent.Joined;
import dev.cordon.adapters.PlatformEvent.Posted;
import dev.cordon.adapters.PlatformEvent.Pressed;
import dev.cordon.adapters.PlatformEvent.RightsChanged;
import dev.cordon.adapters.Rights;
import dev.cordon.adapters.Sender;
import dev.cordon.adapters.Sender.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Shapes as the public Bot API reference describes them. */
class UpdateReaderTest {
  private static final Staff STAFF =
      new Staff(true, Set.of("1"), Set.of("2"), Optional.of("-100777"));
  private static final String GROUP =
      "\"chat\":{\"id\":-1001,\"type\":\"supergroup\",\"title\":\"Birds\"}";
  private static final String ANN =
      "\"from\":{\"id\":7,\"is_bot\":false,\"first_name\":\"Ann\",\"last_name\":\"Lee\"}";
  private static final String PHOTO =
      """
      "photo":[
        {"file_id":"s","file_unique_id":"us","width":90,"height":60,"file_size":1000},
        {"file_id":"y","file_unique_id":"uy","width":1280,"height":853,"file_size":90000},
        {"file_id":"m","file_unique_id":"um","width":320,"height":213,"file_size":9000},
        {"file_id":"x","file_unique_id":"ux","width":800,"height":533,"file_size":40000}]""";

  private static List<PlatformEvent> read(String update) {
    return new UpdateReader("tg", "4242", Optional.of("CordonBot"))
        .read(ScriptedTelegram.json(update), STAFF);
  }

  private static IncomingMessage message(String kind, String... fields) {
    List<PlatformEvent> events =
        read(
            "{\"update_id\":5,\"%s\":{\"message_id\":11,\"date\":1700000000,%s}}"
                .formatted(kind, String.join(",", fields)));
    assertThat(events).hasSize(1);
    return ((Posted) events.get(0)).message();
  }

  private static Sender sender(String... fields) {
    String[] all = java.util.Arrays.copyOf(fields, fields.length + 1);
    all[fields.length] = "\"text\":\"hello\"";
    return message("message", all).sender();
  }

  @Test
  void aCommandAddressedToUsIsTheCommandAndOneForAnotherBotIsNot() {
    assertThat(message("message", GROUP, ANN, "\"text\":\"/report@cordonbot now\"").text())
        .isEqualTo("/report now");
    assertThat(message("message", GROUP, ANN, "\"text\":\"/report@OtherBot\"").text())
        .isEqualTo("/report@OtherBot");
  }

  @Test
  void aPhotoIsTheSmallestThatIsEnoughUnderTheKeyOfTheLargest() {
    IncomingMessage message =
        message(
            "message",
            GROUP,
            ANN,
            PHOTO,
            "\"caption\":\"look\"",
            "\"has_media_spoiler\":true",
            "\"media_group_id\":\"album9\"");
    assertThat(message.ref()).isEqualTo(new MessageRef(new ChatRef("tg", "-1001"), "11"));
    assertThat(message.chatTitle()).isEqualTo("Birds");
    assertThat(message.chatKind()).isEqualTo(ChatKind.GROUP);
    assertThat(message.sentAt()).isEqualTo(Instant.ofEpochSecond(1700000000));
    assertThat(message.text()).isEqualTo("look");
    assertThat(message.albumId()).contains("album9");
    assertThat(message.edited()).isFalse();
    assertThat(message.sender().displayName()).isEqualTo("Ann Lee");
    assertThat(message.attachments())
        .containsExactly(
            new Attachment(
                Kind.PHOTO,
                Role.CONTENT,
                "uy",
                OptionalLong.of(40000),
                Optional.empty(),
                "x",
                List.of()));
  }

  @Test
  void aSmallPhotoIsTakenWhole() {
    IncomingMessage message =
        message(
            "message",
            GROUP,
            ANN,
            "\"photo\":[{\"file_id\":\"a\",\"file_unique_id\":\"ua\",\"width\":90,\"height\":90},"
                + "{\"file_id\":\"b\",\"file_unique_id\":\"ub\",\"width\":200,\"height\":200}]");
    assertThat(message.attachments().get(0).locator()).isEqualTo("b");
    assertThat(message.attachments().get(0).size()).isEmpty();
  }

  @Test
  void anEditCarriesItsTime() {
    IncomingMessage message =
        message("edited_channel_post", CHANNEL, PHOTO, "\"edit_date\":1700000099");
    assertThat(message.edited()).isTrue();
    assertThat(message.sentAt()).isEqualTo(Instant.ofEpochSecond(1700000099));
  }

  private static final String CHANNEL =
      "\"chat\":{\"id\":-1009,\"type\":\"channel\",\"title\":\"News\"},"
          + "\"sender_chat\":{\"id\":-1009,\"type\":\"channel\",\"title\":\"News\"}";

  @Test
  void everyKindOfFileWithItsPreviews() {
    assertThat(
            kinds(
                "\"document\":{\"file_id\":\"d\",\"file_unique_id\":\"ud\",\"file_name\":\"a.jpg\","
                    + "\"mime_type\":\"text/plain\",\"file_size\":77,\"thumbnail\":"
                    + "{\"file_id\":\"t\",\"file_unique_id\":\"ut\",\"width\":320,\"height\":200}}"))
        .containsExactly("DOCUMENT ud [ut]");
    assertThat(
            kinds(
                "\"video\":{\"file_id\":\"v\",\"file_unique_id\":\"uv\",\"width\":1,\"height\":1,"
                    + "\"duration\":3,\"file_size\":30000000000,"
                    + "\"thumbnail\":{\"file_id\":\"t\",\"file_unique_id\":\"ut\"},"
                    + "\"cover\":[{\"file_id\":\"c\",\"file_unique_id\":\"uc\"}],"
                    + "\"qualities\":[{\"file_id\":\"q\",\"file_unique_id\":\"uq\"}]}"))
        .containsExactly("VIDEO uv [ut, uc]");
    assertThat(kinds(sticker(false, false))).containsExactly("STICKER uk []");
    assertThat(kinds(sticker(true, false))).containsExactly("ANIMATED_STICKER uk []");
    assertThat(kinds(sticker(false, true))).containsExactly("VIDEO_STICKER uk []");
    assertThat(
            kinds(
                "\"document\":{\"file_id\":\"a\",\"file_unique_id\":\"ua\"}",
                "\"animation\":{\"file_id\":\"a\",\"file_unique_id\":\"ua\"}"))
        .containsExactly("ANIMATION ua []");
    assertThat(kinds("\"voice\":{\"file_id\":\"a\",\"file_unique_id\":\"ua\"}"))
        .containsExactly("VOICE ua []");
    assertThat(kinds("\"audio\":{\"file_id\":\"a\",\"file_unique_id\":\"ua\"}"))
        .containsExactly("AUDIO ua []");
    assertThat(kinds("\"video_note\":{\"file_id\":\"a\",\"file_unique_id\":\"ua\",\"length\":240}"))
        .containsExactly("VIDEO_NOTE ua []");
  }

  @Test
  void filesInPartsAreFoundToo() {
    assertThat(
            kinds(
                "\"paid_media\":{\"star_count\":5,\"paid_media\":["
                    + "{\"type\":\"preview\",\"width\":5},"
                    + "{\"type\":\"photo\","
                    + PHOTO
                    + "},{\"type\":\"video\",\"video\":{\"file_id\":\"v\",\"file_unique_id\":\"uv\"}}]}"))
        .containsExactly("PHOTO uy []", "VIDEO uv []");
    assertThat(kinds("\"rich_message\":{\"blocks\":[{\"type\":\"photo\"," + PHOTO + "}]}"))
        .containsExactly("PHOTO uy []");
    assertThat(
            kinds(
                "\"kind_of_next_year\":{\"hologram\":{\"file_id\":\"h\",\"file_unique_id\":\"uh\"}}"))
        .containsExactly("DOCUMENT uh []");
  }

  private static String sticker(boolean animated, boolean video) {
    return "\"sticker\":{\"file_id\":\"k\",\"file_unique_id\":\"uk\",\"is_animated\":%s,\"is_video\":%s}"
        .formatted(animated, video);
  }

  private static List<String> kinds(String... fields) {
    String[] all = java.util.Arrays.copyOf(fields, fields.length + 2);
    all[fields.length] = GROUP;
    all[fields.length + 1] = ANN;
    return message("message", all).attachments().stream()
        .map(
            file ->
                file.kind()
                    + " "
                    + file.contentKey()
                    + " "
                    + file.previews().stream().map(Attachment::contentKey).toList())
        .toList();
  }

  @Test
  void quotedMediaAndChatPhotosHaveTheirRoles() {
    IncomingMessage quoting =
        message(
            "message",
            GROUP,
            ANN,
            "\"text\":\"see\"",
            "\"external_reply\":{\"origin\":{\"type\":\"user\",\"date\":1,\"sender_user\":"
                + "{\"id\":3,\"is_bot\":false,\"first_name\":\"B\"}},"
                + PHOTO
                + "}");
    assertThat(quoting.attachments()).extracting(Attachment::role).containsExactly(Role.QUOTED);
    IncomingMessage service =
        message("message", GROUP, ANN, PHOTO.replace("\"photo\"", "\"new_chat_photo\""));
    assertThat(service.attachments()).extracting(Attachment::role).containsExactly(Role.CHAT_PHOTO);
  }

  @Test
  void theAnsweredMessageComesAlongAndItsFilesAreItsOwn() {
    IncomingMessage message =
        message(
            "message",
            GROUP,
            ANN,
            "\"text\":\"/report\"",
            "\"reply_to_message\":{\"message_id\":10,\"date\":1,"
                + GROUP
                + ","
                + PHOTO
                + ",\"from\":{\"id\":8,\"is_bot\":false,\"first_name\":\"Eve\"}}");
    assertThat(message.attachments()).isEmpty();
    IncomingMessage answered = message.replyTo().orElseThrow();
    assertThat(answered.ref().id()).isEqualTo("10");
    assertThat(answered.sender().account()).isEqualTo(new AccountRef("tg", "8"));
    assertThat(answered.attachments()).hasSize(1);
  }

  @Test
  void linksOfEveryKind() {
    IncomingMessage message =
        message(
            "message",
            GROUP,
            ANN,
            "\"caption\":\"\\uD83D\\uDE00 t.me/+abc @evil_bot here\"",
            "\"caption_entities\":[{\"type\":\"url\",\"offset\":3,\"length\":9},"
                + "{\"type\":\"mention\",\"offset\":13,\"length\":9},"
                + "{\"type\":\"url\",\"offset\":20,\"length\":900},"
                + "{\"type\":\"text_link\",\"offset\":23,\"length\":4,\"url\":\"https://hidden.example/\"}]",
            "\"reply_markup\":{\"inline_keyboard\":[[{\"text\":\"go\",\"url\":\"https://button.example/\"}]]}",
            "\"link_preview_options\":{\"url\":\"https://preview.example/\"}",
            "\"story\":{\"chat\":{\"id\":-5,\"type\":\"channel\",\"username\":\"news\"},\"id\":3}",
            "\"poll\":{\"question\":\"why p.example\",\"question_entities\":["
                + "{\"type\":\"url\",\"offset\":4,\"length\":9}]}");
    assertThat(message.links())
        .containsExactlyInAnyOrder(
            "t.me/+abc",
            "https://t.me/evil_bot",
            "https://hidden.example/",
            "https://button.example/",
            "https://preview.example/",
            "https://t.me/news/s/3",
            "p.example");
  }

  @Test
  void senders() {
    assertThat(sender(GROUP, ANN).kind()).isEqualTo(Sender.Kind.PERSON);
    assertThat(sender(GROUP, ANN).standing()).isEqualTo(Standing.MEMBER);
    assertThat(sender(GROUP, from(1, false)).standing()).isEqualTo(Standing.OWNER);
    assertThat(sender(GROUP, from(2, false)).standing()).isEqualTo(Standing.ADMINISTRATOR);
    assertThat(sender(GROUP, from(4242, true)).kind()).isEqualTo(Sender.Kind.SELF);
    assertThat(sender(GROUP, from(99, true)).kind()).isEqualTo(Sender.Kind.BOT);
    assertThat(sender(GROUP, from(99, true)).standing()).isEqualTo(Standing.UNKNOWN);

    Sender anonymous = sender(GROUP, from(1087968824, true), senderChat("-1001"));
    assertThat(anonymous.kind()).isEqualTo(Sender.Kind.ANONYMOUS_ADMIN);
    assertThat(anonymous.protectedFromBans()).isTrue();

    Sender automatic =
        sender(GROUP, from(777000, false), senderChat("-100777"), "\"is_automatic_forward\":true");
    assertThat(automatic.kind()).isEqualTo(Sender.Kind.AUTOMATIC_FORWARD);
    assertThat(automatic.protectedFromBans()).isTrue();

    Sender identity = sender(GROUP, from(136817688, true), senderChat("-100666"));
    assertThat(identity.kind()).isEqualTo(Sender.Kind.CHANNEL_IDENTITY);
    assertThat(identity.account().id()).isEqualTo("-100666");
    assertThat(identity.protectedFromBans()).isFalse();
    Sender linked = sender(GROUP, from(136817688, true), senderChat("-100777"));
    assertThat(linked.standing()).isEqualTo(Standing.ADMINISTRATOR);

    Sender channel = message("channel_post", CHANNEL, "\"text\":\"x\"").sender();
    assertThat(channel.kind()).isEqualTo(Sender.Kind.CHANNEL_POST);
    assertThat(channel.account().id()).isEqualTo("-1009");
  }

  private static String from(long id, boolean bot) {
    return "\"from\":{\"id\":%d,\"is_bot\":%s,\"first_name\":\"F\"}".formatted(id, bot);
  }

  private static String senderChat(String id) {
    return "\"sender_chat\":{\"id\":%s,\"type\":\"channel\",\"title\":\"C\"}".formatted(id);
  }

  @Test
  void originsOfForwards() {
    assertThat(
            origin(
                "{\"type\":\"channel\",\"date\":1,\"message_id\":5,"
                    + "\"chat\":{\"id\":-1005,\"type\":\"channel\",\"title\":\"Src\"}}"))
        .contains(
            new Origin(
                Origin.Kind.CHANNEL,
                Optional.of(new AccountRef("tg", "-1005")),
                Optional.of(new MessageRef(new ChatRef("tg", "-1005"), "5")),
                Optional.of("Src")));
    assertThat(origin("{\"type\":\"hidden_user\",\"date\":1,\"sender_user_name\":\"Who\"}"))
        .map(Origin::kind)
        .contains(Origin.Kind.HIDDEN_ACCOUNT);
    assertThat(
            origin(
                "{\"type\":\"user\",\"date\":1,\"sender_user\":{\"id\":3,\"is_bot\":false,\"first_name\":\"B\"}}"))
        .flatMap(Origin::account)
        .contains(new AccountRef("tg", "3"));
    assertThat(
            origin(
                "{\"type\":\"chat\",\"date\":1,\"sender_chat\":{\"id\":-4,\"type\":\"supergroup\",\"title\":\"S\"}}"))
        .map(Origin::kind)
        .contains(Origin.Kind.CHAT);
    assertThat(origin("{\"type\":\"teleport\",\"date\":1}")).isEmpty();
  }

  private static Optional<Origin> origin(String json) {
    return message("message", GROUP, ANN, "\"text\":\"x\"", "\"forward_origin\":" + json).origin();
  }

  @Test
  void joiningByMessageMembershipAndRequest() {
    List<PlatformEvent> service =
        read(
            "{\"update_id\":6,\"message\":{\"message_id\":1,\"date\":1,"
                + GROUP
                + ","
                + ANN
                + ",\"new_chat_members\":[{\"id\":7,\"is_bot\":false,\"first_name\":\"A\"},"
                + "{\"id\":8,\"is_bot\":true,\"first_name\":\"B\"}]}}");
    assertThat(service).extracting(PlatformEvent::eventId).containsExactly("6", "6.1");
    assertThat(service)
        .extracting(event -> ((Joined) event).member().account().id())
        .containsExactly("7", "8");

    List<PlatformEvent> change = read(change("chat_member", "left", "{\"status\":\"member\",%s}"));
    assertThat(((Joined) change.get(0)).request()).isFalse();
    assertThat(
            read(
                change(
                    "chat_member",
                    "left",
                    "{\"status\":\"restricted\",\"is_member\":true,\"until_date\":0,%s}")))
        .hasSize(1);
    assertThat(read(change("chat_member", "member", "{\"status\":\"kicked\",\"until_date\":0,%s}")))
        .isEmpty();
    assertThat(read(change("chat_member", "member", "{\"status\":\"administrator\",%s}")))
        .isEmpty();

    List<PlatformEvent> request =
        read("{\"update_id\":6,\"chat_join_request\":{" + GROUP + "," + ANN + ",\"date\":1}}");
    assertThat(((Joined) request.get(0)).request()).isTrue();
  }

  private static String change(String kind, String before, String after) {
    String user = "\"user\":{\"id\":9,\"is_bot\":false,\"first_name\":\"N\"}";
    return "{\"update_id\":6,\"%s\":{%s,%s,\"date\":1,\"old_chat_member\":{\"status\":\"%s\",%s},\"new_chat_member\":%s}}"
        .formatted(kind, GROUP, ANN, before, user, after.formatted(user));
  }

  @Test
  void ownRightsPressesAndMoves() {
    assertThat(
            read(
                change(
                    "my_chat_member",
                    "member",
                    "{\"status\":\"administrator\",\"can_delete_messages\":true,"
                        + "\"can_restrict_members\":false,%s}")))
        .containsExactly(
            new RightsChanged(
                "6", new ChatRef("tg", "-1001"), "Birds", new Rights(true, true, false)));
    assertThat(read(change("my_chat_member", "administrator", "{\"status\":\"left\",%s}")))
        .extracting(event -> ((RightsChanged) event).rights())
        .containsExactly(Rights.NONE);

    String press =
        "{\"update_id\":6,\"callback_query\":{\"id\":\"q1\",\"from\":{\"id\":2,\"is_bot\":false,"
            + "\"first_name\":\"M\"},\"data\":\"undo:5\",\"message\":{\"message_id\":3,\"date\":0,"
            + GROUP
            + "}}}";
    assertThat(read(press))
        .containsExactly(
            new Pressed(
                "6",
                "q1",
                new MessageRef(new ChatRef("tg", "-1001"), "3"),
                new AccountRef("tg", "2"),
                Standing.ADMINISTRATOR,
                "undo:5"));

    String moved =
        "{\"update_id\":6,\"message\":{\"message_id\":1,\"date\":1,\"chat\":{\"id\":%s,"
            + "\"type\":\"group\"},\"%s\":%s}}";
    ChatMoved expected = new ChatMoved("6", new ChatRef("tg", "-5"), new ChatRef("tg", "-1005"));
    assertThat(read(moved.formatted("-5", "migrate_to_chat_id", "-1005")))
        .containsExactly(expected);
    assertThat(read(moved.formatted("-1005", "migrate_from_chat_id", "-5")))
        .containsExactly(expected);
  }
}

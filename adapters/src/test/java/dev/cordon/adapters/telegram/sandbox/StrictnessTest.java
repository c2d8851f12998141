package dev.cordon.adapters.telegram.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Refusals, in Telegram's own words. */
class StrictnessTest {
  private final Scene scene = new Scene();
  private final long group = scene.group.id();
  private final long channel = scene.channel.id();
  private final long member = scene.member.id();

  @AfterEach
  void stop() {
    scene.close();
  }

  private String refusal(String method, String query) {
    JsonNode answer = scene.call(method, query);
    assertThat(answer.path("ok").asBoolean()).as(answer.toString()).isFalse();
    return answer.path("description").asText();
  }

  private int post() {
    return scene.posts().post(scene.group, Author.of(scene.member), Post.text("hello")).id();
  }

  @Test
  void wrongTokenAndUnknownMethod() {
    assertThat(scene.get("/bot1:abc/getMe").statusCode()).isEqualTo(401);
    assertThat(scene.get("/bot1:abc/getMe").body()).contains("\"Unauthorized\"");
    assertThat(scene.get("/botxyz/getMe").statusCode()).isEqualTo(404);
    assertThat(refusal("getEverything", "")).isEqualTo("Not Found: method not found");
    assertThat(scene.call("GETME", "").path("ok").asBoolean()).isTrue();
  }

  @Test
  void unknownParameterAndWrongType() {
    assertThat(refusal("getMe", "chat_id=1")).contains("has no parameter \"chat_id\"");
    assertThat(refusal("getUpdates", "limit=many")).contains("\"limit\" must be an Integer");
    assertThat(refusal("deleteMessages", "chat_id=" + group + "&message_ids=7"))
        .contains("must be an Array");
    scene.sandbox.knobs().strict(false);
    assertThat(scene.call("getMe", "chat_id=1").path("ok").asBoolean()).isTrue();
  }

  @Test
  void parametersAreTakenFromJsonToo() {
    int id = post();
    String body = "{\"chat_id\":" + group + ",\"message_ids\":[" + id + "]}";
    assertThat(scene.postJson("deleteMessages", body).body()).contains("\"ok\":true");
    assertThat(scene.postJson("deleteMessages", "{nonsense").body())
        .contains("Bad Request: can't parse JSON object");
  }

  @Test
  void chatsThatAreNotTheBots() {
    assertThat(refusal("getChat", "chat_id=5")).isEqualTo("Bad Request: chat not found");
    assertThat(refusal("getChat", "chat_id=@nobody")).isEqualTo("Bad Request: chat not found");
    assertThat(refusal("getChat", "")).isEqualTo("Bad Request: chat_id is empty");
    Chat other = scene.people().supergroup("Other", scene.owner);
    assertThat(refusal("getChat", "chat_id=" + other.id()))
        .isEqualTo("Forbidden: bot is not a member of the supergroup chat");
    scene.people().ban(scene.group, scene.sandbox.bot().user());
    assertThat(refusal("getChat", "chat_id=" + group))
        .isEqualTo("Forbidden: bot was kicked from the supergroup chat");
    scene.people().ban(scene.channel, scene.sandbox.bot().user());
    assertThat(refusal("getChat", "chat_id=" + channel))
        .isEqualTo("Forbidden: bot was kicked from the channel chat");
  }

  @Test
  void deletionNeedsARightAndAYoungMessage() {
    int id = post();
    String which = "chat_id=" + group + "&message_id=" + id;
    scene.people().promote(scene.group, scene.sandbox.bot().user(), Right.RESTRICT_MEMBERS);
    assertThat(refusal("deleteMessage", which)).isEqualTo("Bad Request: message can't be deleted");
    scene.people().promoteFully(scene.group, scene.sandbox.bot().user());
    scene.clock.forward(Duration.ofHours(48).plusSeconds(1));
    assertThat(refusal("deleteMessage", which))
        .isEqualTo("Bad Request: message can't be deleted for everyone");
    assertThat(scene.group.message(id).orElseThrow().removal()).isEmpty();
  }

  @Test
  void oneForbiddenMessageKeepsAllOthers() {
    int old = post();
    scene.clock.forward(Duration.ofHours(49));
    int young = post();
    String ids = "&message_ids=%5B" + old + "," + young + "%5D";
    assertThat(refusal("deleteMessages", "chat_id=" + group + ids))
        .isEqualTo("Bad Request: message can't be deleted for everyone");
    assertThat(scene.group.message(young).orElseThrow().removal()).isEmpty();
  }

  @Test
  void deletesAHundredAtMost() {
    StringBuilder ids = new StringBuilder("1");
    for (int i = 2; i <= 101; i++) {
      ids.append(',').append(i);
    }
    assertThat(refusal("deleteMessages", "chat_id=" + group + "&message_ids=%5B" + ids + "%5D"))
        .isEqualTo("Bad Request: too many message identifiers specified");
    assertThat(refusal("deleteMessages", "chat_id=" + group))
        .isEqualTo("Bad Request: message identifiers are not specified");
  }

  @Test
  void bansAreRefusedForOwnersAdministratorsStrangersAndWithoutTheRight() {
    String chat = "chat_id=" + group + "&user_id=";
    assertThat(refusal("banChatMember", chat + scene.owner.id()))
        .isEqualTo("Bad Request: can't remove chat owner");
    User admin = scene.people().person("Ada");
    scene.people().promote(scene.group, admin, Right.DELETE_MESSAGES);
    assertThat(refusal("banChatMember", chat + admin.id()))
        .isEqualTo("Bad Request: user is an administrator of the chat");
    assertThat(refusal("banChatMember", chat + 123))
        .isEqualTo("Bad Request: PARTICIPANT_ID_INVALID");
    assertThat(refusal("banChatMember", chat + 0))
        .isEqualTo("Bad Request: invalid user_id specified");
    assertThat(refusal("banChatMember", chat + scene.sandbox.bot().user().id()))
        .isEqualTo("Bad Request: can't restrict self");
    scene.people().promote(scene.group, scene.sandbox.bot().user(), Right.DELETE_MESSAGES);
    assertThat(refusal("banChatMember", chat + member))
        .isEqualTo("Bad Request: not enough rights to restrict/unrestrict chat member");
    assertThat(scene.sandbox.journal().bans()).isZero();
  }

  @Test
  void aBanEndsByTheClock() {
    long end = scene.clock.instant().plusSeconds(60).getEpochSecond();
    scene.call("banChatMember", "chat_id=" + group + "&user_id=" + member + "&until_date=" + end);
    assertThat(scene.group.banned()).hasSize(1);
    scene.clock.forward(Duration.ofSeconds(61));
    assertThat(scene.group.banned()).isEmpty();
  }

  @Test
  void restrictionIsForSupergroupsAndKnownPermissions() {
    String query = "&user_id=" + member + "&permissions=";
    assertThat(refusal("restrictChatMember", "chat_id=" + channel + query + "%7B%7D"))
        .isEqualTo("Bad Request: method is available only for supergroups");
    assertThat(
            refusal("restrictChatMember", "chat_id=" + group + query + "%7B%22can_fly%22:true%7D"))
        .contains("can_fly");
  }

  @Test
  void anUpgradedGroupTellsItsNewId() {
    Chat small = scene.people().group("Small", scene.owner);
    scene.people().promoteFully(small, scene.sandbox.bot().user());
    Chat big = scene.people().migrate(small);
    JsonNode answer = scene.call("sendMessage", "text=x&chat_id=" + small.id());
    assertThat(answer.path("description").asText())
        .isEqualTo("Bad Request: group chat was upgraded to a supergroup chat");
    assertThat(answer.at("/parameters/migrate_to_chat_id").asLong()).isEqualTo(big.id());
    assertThat(scene.call("sendMessage", "text=x&chat_id=" + big.id()).path("ok").asBoolean())
        .isTrue();
  }

  @Test
  void filesAreRefusedWhenTooBigOrUnknown() {
    Media huge = Media.video(new byte[0], "film.mp4").claimingSize(21L << 20);
    Message message = scene.posts().post(scene.group, Author.of(scene.member), Post.of(huge));
    String id = message.json().orElseThrow().at("/video/file_id").asText();
    assertThat(refusal("getFile", "file_id=" + id)).isEqualTo("Bad Request: file is too big");
    assertThat(refusal("getFile", "file_id=xyz"))
        .isEqualTo("Bad Request: wrong file_id or the file is temporarily unavailable");
    String token = scene.sandbox.bot().token();
    assertThat(scene.get("/file/bot" + token + "/photos/none.jpg").statusCode()).isEqualTo(404);
  }

  @Test
  void anEmptyOrTooLongTextIsRefused() {
    assertThat(refusal("sendMessage", "chat_id=" + group))
        .isEqualTo("Bad Request: message text is empty");
    assertThat(refusal("sendMessage", "chat_id=" + group + "&text=" + "x".repeat(4097)))
        .isEqualTo("Bad Request: message is too long");
    String data = "y".repeat(65);
    String markup =
        "%7B%22inline_keyboard%22:%5B%5B%7B%22text%22:%22a%22,%22callback_data%22:%22"
            + data
            + "%22%7D%5D%5D%7D";
    assertThat(refusal("sendMessage", "chat_id=" + group + "&text=a&reply_markup=" + markup))
        .isEqualTo("Bad Request: BUTTON_DATA_INVALID");
  }

  @Test
  void aLinkedChannelAndTheGroupItselfCannotBeBannedAsSenders() {
    scene.people().link(scene.channel, scene.group);
    String chat = "chat_id=" + group + "&sender_chat_id=";
    assertThat(refusal("banChatSenderChat", chat + channel))
        .isEqualTo("Bad Request: PARTICIPANT_ID_INVALID");
    assertThat(refusal("banChatSenderChat", chat + group))
        .isEqualTo("Bad Request: PARTICIPANT_ID_INVALID");
  }
}

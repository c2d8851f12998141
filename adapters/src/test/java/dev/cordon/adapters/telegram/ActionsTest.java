package dev.cordon.adapters.telegram;

import static dev.cordon.adapters.telegram.Fixture.GROUP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cordon.adapters.AccountRef;
import dev.cordon.adapters.Action;
import dev.cordon.adapters.ChatRef;
import dev.cordon.adapters.MessageRef;
import dev.cordon.adapters.PlatformEvent;
import dev.cordon.adapters.Receipt;
import dev.cordon.adapters.Receipt.Reason;
import dev.cordon.adapters.Rights;
import dev.cordon.adapters.Sender.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionsTest {
  private static final AccountRef EVE = new AccountRef("tg", "666");

  @RegisterExtension final Fixture fixture = new Fixture();
  private TelegramPlatform platform;

  @BeforeEach
  void connect() {
    platform = fixture.connect();
    member("member", "");
    for (String method :
        List.of(
            "deleteMessage",
            "deleteMessages",
            "banChatMember",
            "unbanChatMember",
            "restrictChatMember",
            "banChatSenderChat",
            "unbanChatSenderChat",
            "declineChatJoinRequest",
            "editMessageText",
            "editMessageCaption",
            "answerCallbackQuery")) {
      on(method, ScriptedTelegram.ok("true"));
    }
    on("sendMessage", ScriptedTelegram.ok("{\"message_id\":77}"));
    on("sendPhoto", ScriptedTelegram.ok("{\"message_id\":78}"));
  }

  private void on(String method, ScriptedTelegram.Script script) {
    fixture.server().on(method, script);
  }

  private void member(String status, String more) {
    on(
        "getChatMember",
        ScriptedTelegram.ok(
            "{\"status\":\"%s\",\"user\":{\"id\":666,\"is_bot\":false,\"first_name\":\"E\"}%s}"
                .formatted(status, more)));
  }

  private Receipt execute(Action action) {
    return Fixture.get(platform.execute(action));
  }

  private JsonNode only(String method) {
    assertThat(fixture.server().calls(method)).hasSize(1);
    return fixture.server().calls(method).get(0).parameters();
  }

  private static Action remove(int messages) {
    return new Action.RemoveMessages(
        GROUP, IntStream.rangeClosed(1, messages).mapToObj(Integer::toString).toList());
  }

  @Test
  void oneMessageIsDeletedAloneAndMoreByTheHundred() {
    assertThat(execute(remove(1))).isEqualTo(Receipt.Done.of(false));
    assertThat(only("deleteMessage").path("message_id").isIntegralNumber()).isTrue();
    assertThat(execute(remove(250))).isEqualTo(Receipt.Done.of(false));
    assertThat(fixture.server().calls("deleteMessages"))
        .extracting(call -> call.parameters().path("message_ids").size())
        .containsExactlyInAnyOrder(100, 100, 50);
  }

  @Test
  void aMessageThatIsGoneIsDone() {
    on("deleteMessage", ScriptedTelegram.error(400, "Bad Request: message to delete not found"));
    assertThat(execute(remove(1))).isEqualTo(Receipt.Done.of(true));
  }

  @Test
  void whatCannotBeDeletedIsTooOldOrNotOurs() {
    on("deleteMessage", ScriptedTelegram.error(400, "Bad Request: message can't be deleted"));
    member("administrator", ",\"can_delete_messages\":true");
    assertThat(reason(execute(remove(1)))).isEqualTo(Reason.TOO_OLD);
    member("member", "");
    assertThat(reason(execute(remove(1)))).isEqualTo(Reason.MISSING_RIGHT);
  }

  @Test
  void oneThatCannotBeDeletedDoesNotSaveTheOthers() {
    on("deleteMessages", ScriptedTelegram.error(400, "Bad Request: message can't be deleted"));
    member("administrator", ",\"can_delete_messages\":true");
    on(
        "deleteMessage",
        (request, parameters) ->
            (parameters.path("message_id").asInt() == 2
                    ? ScriptedTelegram.error(400, "Bad Request: message can't be deleted")
                    : ScriptedTelegram.ok("true"))
                .answer(request, parameters));
    assertThat(reason(execute(remove(3)))).isEqualTo(Reason.TOO_OLD);
    assertThat(fixture.server().calls("deleteMessage")).hasSize(3);
  }

  private static Reason reason(Receipt receipt) {
    assertThat(receipt).isInstanceOf(Receipt.Refused.class);
    return ((Receipt.Refused) receipt).code();
  }

  @Test
  void bansKeepOtherMessagesAndSayWhenItWasSo() {
    assertThat(execute(new Action.BanAccount(GROUP, EVE, Optional.empty())))
        .isEqualTo(Receipt.Done.of(false));
    assertThat(only("banChatMember").path("revoke_messages").asBoolean(true)).isFalse();
    assertThat(only("banChatMember").has("until_date")).isFalse();
    member("kicked", ",\"until_date\":0");
    assertThat(execute(new Action.BanAccount(GROUP, EVE, Optional.empty())))
        .isEqualTo(Receipt.Done.of(true));
  }

  @Test
  void administratorsAreNeverEvenTried() {
    for (String status : List.of("administrator", "creator")) {
      member(status, "");
      assertThat(reason(execute(new Action.BanAccount(GROUP, EVE, Optional.empty()))))
          .isEqualTo(Reason.PROTECTED_ACCOUNT);
      assertThat(reason(execute(new Action.RestrictAccount(GROUP, EVE, Optional.empty()))))
          .isEqualTo(Reason.PROTECTED_ACCOUNT);
    }
    on("getChatMember", ScriptedTelegram.error(502, "Bad Gateway"));
    assertThat(execute(new Action.BanAccount(GROUP, EVE, Optional.empty())))
        .isInstanceOf(Receipt.Deferred.class);
    assertThat(fixture.server().calls("banChatMember")).isEmpty();
    assertThat(fixture.server().calls("restrictChatMember")).isEmpty();
  }

  @Test
  void aShortBanIsNotMadeForEver() {
    Instant soon = Instant.now().plusSeconds(5);
    execute(new Action.BanAccount(GROUP, EVE, Optional.of(soon)));
    assertThat(only("banChatMember").path("until_date").asLong())
        .isGreaterThan(Instant.now().getEpochSecond() + 30);
    assertThat(execute(new Action.BanAccount(GROUP, EVE, Optional.of(Instant.EPOCH))))
        .isEqualTo(Receipt.Done.of(true));
  }

  @Test
  void restrictionTakesEveryPermissionAndReinstatementGivesThemBack() {
    Instant until = Instant.now().plusSeconds(3600);
    execute(new Action.RestrictAccount(GROUP, EVE, Optional.of(until)));
    JsonNode taken = only("restrictChatMember");
    assertThat(taken.path("permissions")).hasSize(14).noneMatch(JsonNode::asBoolean);
    assertThat(taken.path("until_date").asLong()).isEqualTo(until.getEpochSecond());

    member("restricted", ",\"is_member\":true,\"can_send_messages\":false,\"until_date\":0");
    assertThat(execute(new Action.Reinstate(GROUP, EVE, false))).isEqualTo(Receipt.Done.of(false));
    assertThat(fixture.server().calls("restrictChatMember").get(1).parameters().path("permissions"))
        .allMatch(JsonNode::asBoolean);
    member("kicked", ",\"until_date\":0");
    execute(new Action.Reinstate(GROUP, EVE, false));
    assertThat(only("unbanChatMember").path("only_if_banned").asBoolean()).isTrue();
    member("member", "");
    assertThat(execute(new Action.Reinstate(GROUP, EVE, false))).isEqualTo(Receipt.Done.of(true));
  }

  @Test
  void channelsAreBannedAsSenderChats() {
    AccountRef channel = new AccountRef("tg", "-100666");
    execute(new Action.BanSenderChat(GROUP, channel));
    assertThat(only("banChatSenderChat").path("sender_chat_id").asLong()).isEqualTo(-100666);
    execute(new Action.Reinstate(GROUP, channel, true));
    assertThat(only("unbanChatSenderChat").path("chat_id").asLong()).isEqualTo(-1001);
  }

  @Test
  void aRequestThatIsGoneIsDeclined() {
    on(
        "declineChatJoinRequest",
        ScriptedTelegram.error(400, "Bad Request: HIDE_REQUESTER_MISSING"));
    assertThat(execute(new Action.DeclineJoin(GROUP, EVE))).isEqualTo(Receipt.Done.of(true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | Bad Request: user is an administrator of the chat | PROTECTED_ACCOUNT",
        "400 | Bad Request: can't remove chat owner | PROTECTED_ACCOUNT",
        "400 | Bad Request: not enough rights to restrict/unrestrict chat member | MISSING_RIGHT",
        "400 | Bad Request: CHAT_ADMIN_REQUIRED | MISSING_RIGHT",
        "403 | Forbidden: bot was kicked from the supergroup chat | MISSING_RIGHT",
        "400 | Bad Request: chat not found | NOT_FOUND",
        "400 | Bad Request: method is available only for supergroups | UNSUPPORTED",
        "400 | Bad Request: something else | INVALID",
      })
  void refusals(int code, String description, Reason expected) {
    on("banChatMember", ScriptedTelegram.error(code, description));
    assertThat(reason(execute(new Action.BanAccount(GROUP, EVE, Optional.empty()))))
        .isEqualTo(expected);
  }

  @Test
  void whatMayWorkLaterIsDeferred() {
    Action ban = new Action.BanAccount(GROUP, EVE, Optional.empty());
    on("banChatMember", ScriptedTelegram.error(500, "Internal Server Error"));
    assertThat(execute(ban)).isInstanceOf(Receipt.Deferred.class);
    on("banChatMember", (request, parameters) -> request.connection().close());
    assertThat(execute(ban)).isInstanceOf(Receipt.Deferred.class);
    on("banChatMember", ScriptedTelegram.error(401, "Unauthorized"));
    assertThat(execute(ban)).isInstanceOf(Receipt.Deferred.class);
    on("banChatMember", ScriptedTelegram.error(429, "Too Many Requests", "{\"retry_after\":7}"));
    assertThat(((Receipt.Deferred) execute(ban)).retryAfter()).isEqualTo(Duration.ofSeconds(7));
    // The queue rests now, so the next is not even sent.
    int before = fixture.server().calls("banChatMember").size();
    assertThat(((Receipt.Deferred) execute(ban)).retryAfter())
        .isBetween(Duration.ofSeconds(6), Duration.ofSeconds(7));
    assertThat(fixture.server().calls("banChatMember")).hasSize(before);
  }

  @Test
  void aChatThatMovedIsToldOnceItIsWithTheSink() {
    Fixture.get(platform.start(fixture.asSink()));
    on(
        "deleteMessage",
        ScriptedTelegram.error(
            400,
            "Bad Request: group chat was upgraded to a supergroup chat",
            "{\"migrate_to_chat_id\":-100999}"));
    assertThat(reason(execute(remove(1)))).isEqualTo(Reason.CHAT_MOVED);
    assertThat(fixture.events)
        .containsExactly(
            new PlatformEvent.ChatMoved(
                "moved/-1001/-100999", GROUP, new ChatRef("tg", "-100999")));
  }

  @Test
  void noticesArePlainTextWithButtons() {
    Receipt receipt =
        execute(
            new Action.PostNotice(
                GROUP,
                "x".repeat(5000),
                Optional.empty(),
                List.of(List.of(new Action.Button("Undo", "undo:1"))),
                Optional.of("9")));
    assertThat(receipt)
        .isEqualTo(new Receipt.Done(false, Optional.of(new MessageRef(GROUP, "77"))));
    JsonNode sent = only("sendMessage");
    assertThat(sent.path("text").asText()).hasSize(4096).endsWith("…");
    assertThat(sent.has("parse_mode")).isFalse();
    assertThat(sent.at("/reply_markup/inline_keyboard/0/0/callback_data").asText())
        .isEqualTo("undo:1");
    assertThat(sent.at("/reply_parameters/message_id").asLong()).isEqualTo(9);
  }

  @Test
  void aNoticeWithAPictureIsAnUpload() {
    Receipt receipt =
        execute(
            new Action.PostNotice(
                GROUP,
                "caption here",
                Optional.of("PNGBYTES".getBytes(java.nio.charset.StandardCharsets.US_ASCII)),
                List.of(List.of(new Action.Button("Undo", "undo:1"))),
                Optional.empty()));
    assertThat(receipt)
        .isEqualTo(new Receipt.Done(false, Optional.of(new MessageRef(GROUP, "78"))));
    assertThat(fixture.server().calls("sendPhoto").get(0).body())
        .contains("caption here", "PNGBYTES", "inline_keyboard", "name=\"photo\"");
  }

  @Test
  void editsAndAnswersThatComeTooLateAreDone() {
    MessageRef notice = new MessageRef(GROUP, "77");
    on(
        "editMessageText",
        ScriptedTelegram.error(400, "Bad Request: message is not modified: specified new content"));
    assertThat(execute(new Action.EditNotice(notice, "same", List.of(), false)))
        .isEqualTo(Receipt.Done.of(true));
    execute(new Action.EditNotice(notice, "y".repeat(2000), List.of(), true));
    assertThat(only("editMessageCaption").path("caption").asText()).hasSize(1024);
    on(
        "answerCallbackQuery",
        ScriptedTelegram.error(
            400,
            "Bad Request: query is too old and response timeout expired or query ID is invalid"));
    assertThat(execute(new Action.AnswerPress(GROUP, "q", "done")))
        .isEqualTo(Receipt.Done.of(true));
  }

  @Test
  void rightsAndStandings() {
    member("administrator", ",\"can_delete_messages\":true,\"can_restrict_members\":true");
    assertThat(Fixture.get(platform.rights(GROUP))).isEqualTo(new Rights(true, true, true));
    assertThat(Fixture.get(platform.standing(GROUP, EVE))).isEqualTo(Standing.ADMINISTRATOR);
    member("left", "");
    assertThat(Fixture.get(platform.rights(GROUP))).isEqualTo(Rights.NONE);
    assertThat(Fixture.get(platform.standing(GROUP, EVE))).isEqualTo(Standing.MEMBER);
    assertThat(Fixture.get(platform.standing(GROUP, new AccountRef("tg", "-1001"))))
        .isEqualTo(Standing.ADMINISTRATOR);
    on(
        "getChatMember",
        ScriptedTelegram.error(403, "Forbidden: bot is not a member of the channel chat"));
    assertThat(Fixture.get(platform.rights(GROUP))).isEqualTo(Rights.NONE);
  }

  @Test
  void profilePhotosOfPeopleAndChannels() {
    on(
        "getUserProfilePhotos",
        ScriptedTelegram.ok(
            "{\"total_count\":2,\"photos\":[[{\"file_id\":\"a\",\"file_unique_id\":\"ua\",\"width\":640,\"height\":640}],"
                + "[{\"file_id\":\"b\",\"file_unique_id\":\"ub\",\"width\":640,\"height\":640}]]}"));
    assertThat(Fixture.get(platform.profilePhotos(EVE)))
        .extracting(photo -> photo.contentKey() + " " + photo.role())
        .containsExactly("ua PROFILE_PHOTO", "ub PROFILE_PHOTO");
    on(
        "getChat",
        ScriptedTelegram.ok(
            "{\"id\":-5,\"photo\":{\"big_file_id\":\"big\",\"big_file_unique_id\":\"ubig\"}}"));
    assertThat(Fixture.get(platform.profilePhotos(new AccountRef("tg", "-5"))))
        .extracting(photo -> photo.contentKey() + " " + photo.locator())
        .containsExactly("ubig big");
  }
}

package dev.cordon.adapters.telegram;

import dev.cordon.adapters.Action;
import dev.cordon.adapters.Action.Button;
import dev.cordon.adapters.MessageRef;
import dev.cordon.adapters.Receipt;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.multipart.MultipartForm;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Posts and edits Cordon's own messages: plain text, so that hostile names stay names. */
final class Notices {
  private static final int MAX_TEXT = 4096;
  private static final int MAX_CAPTION = 1024;
  private static final int MAX_ANSWER = 200;

  private final Calls calls;
  private final BotApi api;

  Notices(Calls calls, BotApi api) {
    this.calls = calls;
    this.api = api;
  }

  Future<Receipt> post(Action.PostNotice action) {
    CallQueue.Turn turn = CallQueue.Turn.send(action.chat().id());
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("chat_id", Ids.of(action.chat().id()));
    keyboard(action.buttons()).ifPresent(rows -> parameters.put("reply_markup", rows));
    action
        .replyTo()
        .ifPresent(
            id ->
                parameters.put(
                    "reply_parameters",
                    Map.of("message_id", Ids.of(id), "allow_sending_without_reply", true)));
    Future<Answer> answer =
        action.picture().isPresent()
            ? calls.change(
                turn, parameters, () -> photo(parameters, action.text(), action.picture().get()))
            : calls.change(turn, "sendMessage", withText(parameters, action.text()));
    return answer.map(sent -> posted(action, sent));
  }

  Future<Receipt> edit(Action.EditNotice action) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("chat_id", Ids.of(action.chat().id()));
    parameters.put("message_id", Ids.of(action.notice().id()));
    keyboard(action.buttons()).ifPresent(rows -> parameters.put("reply_markup", rows));
    if (action.hasPicture()) {
      parameters.put("caption", Text.cut(action.text(), MAX_CAPTION));
    }
    Future<Answer> answer =
        action.hasPicture()
            ? calls.change(CallQueue.Turn.NOTICE, "editMessageCaption", parameters)
            : calls.change(
                CallQueue.Turn.NOTICE, "editMessageText", withText(parameters, action.text()));
    return answer.map(edited -> Receipts.alreadySoOn(edited, "message is not modified"));
  }

  /** A press is good for some seconds only; when they are over nobody waits any more. */
  Future<Receipt> answer(Action.AnswerPress action) {
    return calls
        .change(
            CallQueue.Turn.NOTICE,
            "answerCallbackQuery",
            Map.of(
                "callback_query_id", action.pressId(), "text", Text.cut(action.text(), MAX_ANSWER)))
        .map(answer -> Receipts.alreadySoOn(answer, "query is too old", "query id is invalid"));
  }

  /** Without link previews: a notice may name the very link that was removed. */
  private static Map<String, Object> withText(Map<String, Object> parameters, String text) {
    parameters.put("text", Text.cut(text, MAX_TEXT));
    parameters.put("link_preview_options", Map.of("is_disabled", true));
    return parameters;
  }

  private Future<Answer> photo(Map<String, Object> parameters, String text, byte[] picture) {
    MultipartForm form = MultipartForm.create();
    parameters.forEach((name, value) -> form.attribute(name, field(value)));
    form.attribute("caption", Text.cut(text, MAX_CAPTION));
    form.binaryFileUpload("photo", "notice.png", Buffer.buffer(picture), "image/png");
    return api.upload("sendPhoto", form);
  }

  private static String field(Object value) {
    return value instanceof Map
        ? new String(Json.bytes(value), StandardCharsets.UTF_8)
        : value.toString();
  }

  private static Optional<Map<String, Object>> keyboard(List<List<Button>> buttons) {
    if (buttons.isEmpty()) {
      return Optional.empty();
    }
    List<List<Map<String, String>>> rows =
        buttons.stream().map(row -> row.stream().map(Notices::button).toList()).toList();
    return Optional.of(Map.of("inline_keyboard", rows));
  }

  private static Map<String, String> button(Button button) {
    return Map.of("text", button.label(), "callback_data", button.data());
  }

  private static Receipt posted(Action.PostNotice action, Answer answer) {
    return answer instanceof Answer.Ok ok
        ? new Receipt.Done(
            false,
            Json.text(ok.result(), "message_id").map(id -> new MessageRef(action.chat(), id)))
        : Receipts.of(answer);
  }
}

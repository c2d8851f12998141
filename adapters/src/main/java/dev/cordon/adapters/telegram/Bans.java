package dev.cordon.adapters.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cordon.adapters.Action;
import dev.cordon.adapters.Receipt;
import dev.cordon.adapters.Sender.Standing;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Restricts, bans and reinstates. Looks first, to say truly whether it was so already. */
final class Bans {
  /** Telegram takes an end less than 30 seconds ahead for "for ever". */
  private static final Duration SHORTEST = Duration.ofSeconds(35);

  private static final List<String> PERMISSIONS =
      List.of(
          "can_send_messages",
          "can_send_audios",
          "can_send_documents",
          "can_send_photos",
          "can_send_videos",
          "can_send_video_notes",
          "can_send_voice_notes",
          "can_send_polls",
          "can_send_other_messages",
          "can_add_web_page_previews",
          "can_change_info",
          "can_invite_users",
          "can_pin_messages",
          "can_manage_topics");

  private final Calls calls;
  private final Clock clock;

  Bans(Calls calls, Clock clock) {
    this.calls = calls;
    this.clock = clock;
  }

  Future<Receipt> ban(Action.BanAccount action) {
    Map<String, Object> parameters = member(action, action.account().id());
    return unless(
        parameters,
        "kicked",
        action.until(),
        () -> {
          Map<String, Object> all = until(parameters, action.until());
          all.put("revoke_messages", false);
          return change("banChatMember", all);
        });
  }

  Future<Receipt> restrict(Action.RestrictAccount action) {
    Map<String, Object> parameters = member(action, action.account().id());
    return unless(
        parameters,
        "restricted",
        action.until(),
        () -> change("restrictChatMember", permissions(until(parameters, action.until()), false)));
  }

  Future<Receipt> banSenderChat(Action.BanSenderChat action) {
    return change("banChatSenderChat", senderChat(action, action.senderChat().id()));
  }

  Future<Receipt> decline(Action.DeclineJoin action) {
    return calls
        .change(CallQueue.Turn.BAN, "declineChatJoinRequest", member(action, action.account().id()))
        .map(answer -> Receipts.alreadySoOn(answer, "HIDE_REQUESTER_MISSING"));
  }

  Future<Receipt> reinstate(Action.Reinstate action) {
    String account = action.account().id();
    if (action.senderChat()) {
      return change("unbanChatSenderChat", senderChat(action, account));
    }
    Map<String, Object> parameters = member(action, account);
    return calls
        .read("getChatMember", parameters)
        .compose(
            answer ->
                answer instanceof Answer.Ok ok
                    ? reinstate(ok.result().path("status").asText(), parameters)
                    : Future.succeededFuture(Receipts.of(answer)));
  }

  private Future<Receipt> reinstate(String status, Map<String, Object> parameters) {
    if (status.equals("restricted")) {
      return change("restrictChatMember", permissions(parameters, true));
    }
    if (status.equals("kicked")) {
      parameters.put("only_if_banned", true);
      return change("unbanChatMember", parameters);
    }
    return Future.succeededFuture(Receipt.Done.of(true));
  }

  /** Acts unless the time is over already or the account has the status until then. */
  private Future<Receipt> unless(
      Map<String, Object> member,
      String status,
      Optional<Instant> until,
      java.util.function.Supplier<Future<Receipt>> act) {
    if (until.isPresent() && !until.get().isAfter(clock.instant())) {
      return Future.succeededFuture(Receipt.Done.of(true));
    }
    return calls
        .read("getChatMember", member)
        .compose(
            answer -> settled(answer, status, until).map(Future::succeededFuture).orElseGet(act));
  }

  /**
   * The receipt when nothing is to be done: it is so, or may not be. Administrators are refused
   * here, because Telegram lets a bot ban those that it appointed itself.
   */
  private static Optional<Receipt> settled(Answer answer, String status, Optional<Instant> until) {
    if (!(answer instanceof Answer.Ok ok)) {
      return Optional.of(Receipts.of(answer)).filter(Receipt.Deferred.class::isInstance);
    }
    Standing standing = Members.standing(ok.result());
    if (standing == Standing.OWNER || standing == Standing.ADMINISTRATOR) {
      return Optional.of(
          new Receipt.Refused(
              Receipt.Reason.PROTECTED_ACCOUNT, "the account is an administrator of the chat"));
    }
    return isSo(ok.result(), status, until) ? Optional.of(Receipt.Done.of(true)) : Optional.empty();
  }

  /** So already, or worse: a lesser punishment may not take the place of a greater one. */
  private static boolean isSo(JsonNode member, String status, Optional<Instant> until) {
    String now = member.path("status").asText();
    boolean banned = now.equals("kicked");
    boolean mute = now.equals("restricted") && !member.path("can_send_messages").asBoolean(true);
    boolean as = status.equals("kicked") ? banned : banned || mute;
    long end = member.path("until_date").asLong();
    boolean longEnough = end == 0 || until.filter(u -> u.getEpochSecond() <= end).isPresent();
    return as && (longEnough || (banned && status.equals("restricted")));
  }

  private Map<String, Object> until(Map<String, Object> parameters, Optional<Instant> until) {
    Instant earliest = clock.instant().plus(SHORTEST);
    Map<String, Object> all = new LinkedHashMap<>(parameters);
    until.ifPresent(
        end -> all.put("until_date", (end.isBefore(earliest) ? earliest : end).getEpochSecond()));
    return all;
  }

  private static Map<String, Object> permissions(Map<String, Object> parameters, boolean allowed) {
    Map<String, Boolean> permissions = new LinkedHashMap<>();
    PERMISSIONS.forEach(permission -> permissions.put(permission, allowed));
    Map<String, Object> all = new LinkedHashMap<>(parameters);
    all.put("permissions", permissions);
    all.put("use_independent_chat_permissions", true);
    return all;
  }

  private static Map<String, Object> member(Action action, String account) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("chat_id", Ids.of(action.chat().id()));
    parameters.put("user_id", Ids.of(account));
    return parameters;
  }

  private static Map<String, Object> senderChat(Action action, String account) {
    return Map.of("chat_id", Ids.of(action.chat().id()), "sender_chat_id", Ids.of(account));
  }

  private Future<Receipt> change(String method, Map<String, Object> parameters) {
    return calls.change(CallQueue.Turn.BAN, method, parameters).map(Receipts::of);
  }
}

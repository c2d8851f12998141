package dev.cordon.adapters.telegram.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Methods that ban, restrict, admit and show members. */
final class MemberMethods {
  /** Shorter or longer bans are for good, says the documentation. */
  private static final Duration MIN_BAN = Duration.ofSeconds(30);

  private static final Duration MAX_BAN = Duration.ofDays(366);
  private static final String NO_RIGHT = "not enough rights to restrict/unrestrict chat member";

  private final World world;

  MemberMethods(World world) {
    this.world = world;
  }

  List<Method> all() {
    return List.of(
        Method.of("banChatMember", "chat_id user_id until_date revoke_messages", this::ban),
        Method.of("unbanChatMember", "chat_id user_id only_if_banned", this::unban),
        Method.of(
            "restrictChatMember",
            "chat_id user_id permissions use_independent_chat_permissions until_date",
            this::restrict),
        Method.of("banChatSenderChat", "chat_id sender_chat_id until_date", this::banSenderChat),
        Method.of("unbanChatSenderChat", "chat_id sender_chat_id", this::unbanSenderChat),
        Method.of("getChatMember", "chat_id user_id", this::member),
        Method.of("getChatAdministrators", "chat_id", this::administrators),
        Method.of("approveChatJoinRequest", "chat_id user_id", call -> settle(call, true)),
        Method.of("declineChatJoinRequest", "chat_id user_id", call -> settle(call, false)),
        Method.of("leaveChat", "chat_id", this::leave));
  }

  private JsonNode ban(Call call) {
    Chat chat = call.chat();
    User user = call.user();
    Member now = chat.member(user);
    boolean repeated = now.status() == Member.Status.KICKED;
    requireMayLimit(call, chat, now);
    if (chat.type() == Chat.Type.GROUP && !now.present()) {
      throw ApiError.badRequest("USER_NOT_PARTICIPANT");
    }
    Member after = Member.limited(user, Member.Status.KICKED, until(call));
    if (!after.equals(now)) {
      world.change(chat, call.bot().user(), after);
    }
    world.journal().banned(!repeated);
    return BooleanNode.TRUE;
  }

  private JsonNode unban(Call call) {
    Chat chat = call.chat();
    if (chat.type() == Chat.Type.GROUP || chat.type() == Chat.Type.PRIVATE) {
      throw ApiError.badRequest("method is available for supergroup and channel chats only");
    }
    Member now = chat.member(call.user());
    boolean kicked = now.status() == Member.Status.KICKED;
    if (call.flag("only_if_banned") && !kicked) {
      return BooleanNode.TRUE;
    }
    requireMayLimit(call, chat, now);
    if (now.status() != Member.Status.LEFT) {
      world.change(chat, call.bot().user(), Member.of(now.user(), Member.Status.LEFT));
    }
    return BooleanNode.TRUE;
  }

  private JsonNode restrict(Call call) {
    Chat chat = call.chat();
    if (chat.type() != Chat.Type.SUPERGROUP) {
      throw ApiError.badRequest("method is available only for supergroups");
    }
    JsonNode permissions =
        call.json("permissions")
            .orElseThrow(() -> ApiError.badRequest("can't parse permissions JSON object"));
    String wrong = Permissions.firstWrong(permissions);
    if (!wrong.isEmpty()) {
      throw ApiError.badRequest("can't parse chat permissions: Field \"" + wrong + "\" is wrong");
    }
    User user = call.user();
    requireMayLimit(call, chat, chat.member(user));
    world.change(chat, call.bot().user(), limited(call, user, permissions));
    return BooleanNode.TRUE;
  }

  private Member limited(Call call, User user, JsonNode permissions) {
    return Permissions.allowPosting(permissions)
        ? Member.of(user, Member.Status.MEMBER)
        : Member.limited(user, Member.Status.RESTRICTED, until(call));
  }

  private static void requireMayLimit(Call call, Chat chat, Member whom) {
    if (chat.type() == Chat.Type.PRIVATE) {
      throw ApiError.badRequest("can't ban members in private chats");
    }
    if (whom.status() == Member.Status.CREATOR) {
      throw ApiError.badRequest("can't remove chat owner");
    }
    if (whom.user().equals(call.bot().user())) {
      throw ApiError.badRequest("can't restrict self");
    }
    if (!call.me(chat).may(Right.RESTRICT_MEMBERS)) {
      throw ApiError.badRequest(NO_RIGHT);
    }
    if (whom.isAdmin()) {
      throw ApiError.badRequest("user is an administrator of the chat");
    }
  }

  private Optional<Instant> until(Call call) {
    Instant now = world.clock().instant();
    return Optional.of(Instant.ofEpochSecond(call.number("until_date", 0)))
        .filter(end -> !end.isBefore(now.plus(MIN_BAN)) && !end.isAfter(now.plus(MAX_BAN)));
  }

  private JsonNode banSenderChat(Call call) {
    Chat chat = call.chat();
    Chat sender = senderChat(call, chat);
    boolean linked = chat.linked().filter(sender::equals).isPresent();
    if (sender.equals(chat) || linked) {
      throw ApiError.badRequest("PARTICIPANT_ID_INVALID");
    }
    boolean effective = chat.banChat(sender.id());
    world.journal().banned(effective);
    if (effective) {
      world.event(new SandboxEvent.SenderChatChanged(chat, sender, true));
    }
    return BooleanNode.TRUE;
  }

  private JsonNode unbanSenderChat(Call call) {
    Chat chat = call.chat();
    Chat sender = senderChat(call, chat);
    if (chat.unbanChat(sender.id())) {
      world.event(new SandboxEvent.SenderChatChanged(chat, sender, false));
    }
    return BooleanNode.TRUE;
  }

  private static Chat senderChat(Call call, Chat chat) {
    if (chat.type() == Chat.Type.GROUP) {
      throw ApiError.badRequest("can't ban chats in basic groups");
    }
    Chat sender = call.anyChat("sender_chat_id");
    if (sender.type() != Chat.Type.CHANNEL && !sender.equals(chat)) {
      throw ApiError.badRequest("can't restrict the chat");
    }
    if (!call.me(chat).may(Right.RESTRICT_MEMBERS)) {
      throw ApiError.badRequest(NO_RIGHT);
    }
    return sender;
  }

  private JsonNode member(Call call) {
    Chat chat = call.chat();
    User user = call.user();
    requireMemberList(call, chat, user);
    return chat.member(user).json();
  }

  private static void requireMemberList(Call call, Chat chat, User user) {
    boolean self = user.equals(call.bot().user());
    if (chat.type() == Chat.Type.CHANNEL && !self && !call.me(chat).isAdmin()) {
      throw ApiError.badRequest("member list is inaccessible");
    }
  }

  private JsonNode administrators(Call call) {
    Chat chat = call.chat();
    if (chat.type() == Chat.Type.PRIVATE) {
      throw ApiError.badRequest("there are no administrators in the private chat");
    }
    ArrayNode list = Json.array();
    chat.members().stream()
        .filter(Member::isAdmin)
        .filter(m -> !m.user().bot() || m.user().equals(call.bot().user()))
        .forEach(m -> list.add(m.json()));
    return list;
  }

  private JsonNode settle(Call call, boolean approve) {
    Chat chat = call.chat();
    User user = call.user();
    if (!call.me(chat).may(Right.INVITE_USERS)) {
      throw ApiError.badRequest("not enough rights");
    }
    if (!chat.takeJoinRequest(user.id())) {
      throw ApiError.badRequest(
          chat.member(user).present() ? "USER_ALREADY_PARTICIPANT" : "HIDE_REQUESTER_MISSING");
    }
    if (approve) {
      world.change(chat, call.bot().user(), Member.of(user, Member.Status.MEMBER));
    }
    return BooleanNode.TRUE;
  }

  private JsonNode leave(Call call) {
    Chat chat = call.chat();
    world.change(chat, call.bot().user(), Member.of(call.bot().user(), Member.Status.LEFT));
    return BooleanNode.TRUE;
  }
}

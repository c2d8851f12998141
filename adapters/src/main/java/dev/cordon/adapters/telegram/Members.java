package dev.cordon.adapters.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cordon.adapters.Rights;
import dev.cordon.adapters.Sender.Standing;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMember;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberAdministrator;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberBanned;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberLeft;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberOwner;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberRestricted;

/** Reads what Telegram says of an account in a chat. */
final class Members {
  private Members() {}

  /** Whether it is in the chat; one that is restricted may be in or out. */
  static boolean present(JsonNode member) {
    return Json.as(member, ChatMember.class)
        .filter(m -> !(m instanceof ChatMemberLeft) && !(m instanceof ChatMemberBanned))
        .filter(m -> !(m instanceof ChatMemberRestricted r) || Boolean.TRUE.equals(r.getIsMember()))
        .isPresent();
  }

  static Rights rights(JsonNode member) {
    ChatMember read = Json.as(member, ChatMember.class).orElse(null);
    if (read instanceof ChatMemberOwner) {
      return new Rights(true, true, true);
    }
    if (read instanceof ChatMemberAdministrator admin) {
      return new Rights(
          true,
          Boolean.TRUE.equals(admin.getCanDeleteMessages()),
          Boolean.TRUE.equals(admin.getCanRestrictMembers()));
    }
    return new Rights(present(member), false, false);
  }

  static Standing standing(JsonNode member) {
    ChatMember read = Json.as(member, ChatMember.class).orElse(null);
    if (read == null) {
      return Standing.UNKNOWN;
    }
    if (read instanceof ChatMemberOwner) {
      return Standing.OWNER;
    }
    return read instanceof ChatMemberAdministrator ? Standing.ADMINISTRATOR : Standing.MEMBER;
  }
}

package dev.cordon.adapters.telegram.sandbox;

import java.util.Locale;

/** What an administrator may be allowed to do; named as in Telegram, without the {@code can_}. */
public enum Right {
  MANAGE_CHAT,
  DELETE_MESSAGES,
  MANAGE_VIDEO_CHATS,
  RESTRICT_MEMBERS,
  PROMOTE_MEMBERS,
  CHANGE_INFO,
  INVITE_USERS,
  POST_STORIES,
  EDIT_STORIES,
  DELETE_STORIES,
  POST_MESSAGES,
  EDIT_MESSAGES,
  PIN_MESSAGES;

  String field() {
    return "can_" + name().toLowerCase(Locale.ROOT);
  }
}

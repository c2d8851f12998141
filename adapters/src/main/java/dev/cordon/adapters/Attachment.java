package dev.cordon.adapters;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A piece of media that a message carries or shows.
 *
 * @param kind the platform's word for it; the bytes decide what it really is
 * @param role why it is looked at
 * @param contentKey the platform's stable id of the file, the same wherever the same file is posted
 *     (Telegram {@code file_unique_id}), unique together with the platform's {@link
 *     PlatformProvider#type() type}
 * @param size bytes, when the platform says
 * @param fileName the sender's name for it; hostile text
 * @param locator what the adapter needs to fetch it; opaque to all others, may contain no secret
 * @param previews smaller renditions made by the platform or the sender (thumbnail, cover), judged
 *     beside the file and in its place where it cannot be fetched
 */
public record Attachment(
    Kind kind,
    Role role,
    String contentKey,
    OptionalLong size,
    Optional<String> fileName,
    String locator,
    List<Attachment> previews) {

  public Attachment {
    previews = List.copyOf(previews);
  }

  /** The platform's word for the media. */
  public enum Kind {
    PHOTO,
    DOCUMENT,
    STICKER,
    ANIMATED_STICKER,
    VIDEO_STICKER,
    ANIMATION,
    VIDEO,
    VIDEO_NOTE,
    AUDIO,
    VOICE
  }

  /** Why the attachment is looked at. */
  public enum Role {
    /** Posted in this message. */
    CONTENT,
    /** A thumbnail or cover of another attachment. */
    PREVIEW,
    /** Shown through a quoted message of another chat. */
    QUOTED,
    /** The chat's new picture. */
    CHAT_PHOTO,
    /** A picture of a member who joins or asks to join. */
    PROFILE_PHOTO
  }
}

package dev.cordon.adapters;

/**
 * Who posted a message, and what that identity is in the chat.
 *
 * @param account the identity to restrict or ban, if it may be
 * @param kind what sort of identity it is
 * @param standing its place in the chat when the message arrived
 * @param displayName the name shown to members; hostile text, escape before showing
 */
public record Sender(AccountRef account, Kind kind, Standing standing, String displayName) {

  /** What sort of identity posted. */
  public enum Kind {
    /** A person's account. */
    PERSON,
    /** Another bot. */
    BOT,
    /** Cordon's own account. */
    SELF,
    /**
     * A channel posting under its own name in a group; banned as a sender chat, not as a person.
     */
    CHANNEL_IDENTITY,
    /** The channel itself, posting in itself. */
    CHANNEL_POST,
    /** An administrator hiding behind the group's own name. */
    ANONYMOUS_ADMIN,
    /** A post of the linked channel that the platform forwarded into the group by itself. */
    AUTOMATIC_FORWARD
  }

  /** The place of the sender in the chat. */
  public enum Standing {
    OWNER,
    ADMINISTRATOR,
    MEMBER,
    /**
     * The platform did not say; treated as a member for removal, never banned before it is known.
     */
    UNKNOWN
  }

  /**
   * Whether restricting or banning this sender is out of the question: owners, administrators, the
   * bot itself, anonymous administrators, the channel in its own chat and automatic forwards.
   */
  public boolean protectedFromBans() {
    return standing == Standing.OWNER
        || standing == Standing.ADMINISTRATOR
        || kind == Kind.SELF
        || kind == Kind.CHANNEL_POST
        || kind == Kind.ANONYMOUS_ADMIN
        || kind == Kind.AUTOMATIC_FORWARD;
  }
}

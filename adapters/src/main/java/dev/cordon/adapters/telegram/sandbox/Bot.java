package dev.cordon.adapters.telegram.sandbox;

/** A bot that is known to the sandbox. */
public final class Bot {
  private final User user;
  private final String token;
  private final UpdateQueue updates;
  private final Webhook webhook;

  Bot(User user, String token, int firstUpdateId) {
    this.user = user;
    this.token = token;
    this.updates = new UpdateQueue(firstUpdateId);
    this.webhook = new Webhook(updates);
  }

  /** The account that the bot acts as. */
  public User user() {
    return user;
  }

  /** The token that its calls carry. Opens nothing but this sandbox. */
  public String token() {
    return token;
  }

  /** How many updates wait to be fetched or confirmed. */
  public int pendingUpdates() {
    return updates.size();
  }

  UpdateQueue updates() {
    return updates;
  }

  Webhook webhook() {
    return webhook;
  }
}

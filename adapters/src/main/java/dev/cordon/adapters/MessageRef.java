package dev.cordon.adapters;

/**
 * One message in one chat; the identity under which it is judged, acted on and put on the ledger.
 *
 * @param chat where it was posted
 * @param id the platform's own id of the message, unique within the chat
 */
public record MessageRef(ChatRef chat, String id) {
  @Override
  public String toString() {
    return chat + "/" + id;
  }
}

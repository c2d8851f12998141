package dev.cordon.adapters;

/**
 * What Cordon's own account may do in one chat.
 *
 * @param present whether it is in the chat at all
 * @param remove may remove messages of others
 * @param restrict may restrict and ban members
 */
public record Rights(boolean present, boolean remove, boolean restrict) {
  /** No rights at all: not in the chat. */
  public static final Rights NONE = new Rights(false, false, false);
}

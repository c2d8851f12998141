package dev.cordon.bots.policy;

import java.util.function.Function;

/** Decides about judged messages. A pure function: same input, same decision; no clock, no I/O. */
public interface Policy {

  /**
   * Decides about one message.
   *
   * @param judgement the message and what is known of it
   * @param chat the chat's policy
   * @param named finds a policy by the name that a bank gives
   */
  Decision decide(Judgement judgement, ChatPolicy chat, Function<String, ChatPolicy> named);
}

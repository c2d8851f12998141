package dev.cordon.bots.escalation;

import dev.cordon.adapters.ChatRef;

/**
 * Something people must know that is about no message: lost rights, a connection that is down.
 *
 * @param key what it is about; told once
 */
public record Alert(String key, ChatRef chat, String why) {}

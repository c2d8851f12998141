/**
 * The Telegram Bot API behind the SPI. Start with {@link
 * dev.cordon.adapters.telegram.TelegramProvider} (the settings it takes) and {@code
 * TelegramPlatform} (how the parts hang together).
 *
 * <p>The token is part of every request's address, so no address and no exception text of the HTTP
 * client may leave {@code BotApi} and {@code Downloads}: outcomes are values with words of our own.
 */
@NullMarked
package dev.cordon.adapters.telegram;

import org.jspecify.annotations.NullMarked;

/** The Telegram Bot API behind the SPI. */
@NullMarked
package dev.cordon.adapters.telegram;

import org.jspecify.annotations.NullMarked;

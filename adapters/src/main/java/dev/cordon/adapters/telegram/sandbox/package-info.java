/** A loopback server that speaks the Telegram Bot API, for the demo and for tests. */
@NullMarked
package dev.cordon.adapters.telegram.sandbox;

import org.jspecify.annotations.NullMarked;

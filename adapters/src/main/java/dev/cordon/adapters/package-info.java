/**
 * The SPI behind which every messaging platform sits. Start with {@link
 * dev.cordon.adapters.Platform} (what an adapter gives) and {@link
 * dev.cordon.adapters.IncomingMessage} (what it delivers).
 *
 * <p>Nothing here knows a matcher, a bank or a policy.
 */
@NullMarked
package dev.cordon.adapters;

import org.jspecify.annotations.NullMarked;

/**
 * Signal types: how a fingerprint is computed from decoded media. Start with {@link
 * dev.cordon.matcher.signal.SignalType}, {@link dev.cordon.matcher.signal.Depth} and {@link
 * dev.cordon.matcher.signal.Picture}.
 */
@NullMarked
package dev.cordon.matcher.signal;

import org.jspecify.annotations.NullMarked;

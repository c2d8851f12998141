/**
 * The PDQ perceptual hash in plain Java. Start with {@link dev.cordon.matcher.pdq.Pdq} and {@link
 * dev.cordon.matcher.pdq.PdqHash}.
 *
 * <p>Bit for bit what the reference implementation gives for the same pixels (github.com/facebook/
 * ThreatExchange, {@code pdq/cpp}). Single-precision sums depend on the order of their terms, so
 * the order here is the reference's; only loops over independent sums are exchanged.
 */
@NullMarked
package dev.cordon.matcher.pdq;

import org.jspecify.annotations.NullMarked;

/**
 * Indexes in memory: of 256-bit signals by Hamming distance, of texts, and of local picture
 * features.
 */
@NullMarked
package dev.cordon.matcher.index;

import org.jspecify.annotations.NullMarked;

/** Decoding hostile media in worker processes. */
@NullMarked
package dev.cordon.matcher.decode;

import org.jspecify.annotations.NullMarked;

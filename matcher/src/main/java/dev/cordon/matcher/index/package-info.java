/** An exact Hamming index for 256-bit signals. */
@NullMarked
package dev.cordon.matcher.index;

import org.jspecify.annotations.NullMarked;

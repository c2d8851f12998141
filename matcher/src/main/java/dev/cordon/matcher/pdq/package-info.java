/** The PDQ perceptual hash in plain Java. */
@NullMarked
package dev.cordon.matcher.pdq;

import org.jspecify.annotations.NullMarked;

/**
 * Measures how well a matcher recognises edited copies of an operator's own media, and how often it
 * errs. {@code cordon evaluate} puts the parts together.
 */
@NullMarked
package dev.cordon.bots.evaluate;

import org.jspecify.annotations.NullMarked;

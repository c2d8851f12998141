/**
 * What people do to media before they post it again, as a catalogue of named edits. Start with
 * {@link dev.cordon.bots.evaluate.edits.Catalogue}.
 *
 * <p>Everything here is Java2D and ImageIO on pictures that the operator named: the matcher's
 * decoders are what is being measured, so they take no part in making what is judged.
 */
@NullMarked
package dev.cordon.bots.evaluate.edits;

import org.jspecify.annotations.NullMarked;

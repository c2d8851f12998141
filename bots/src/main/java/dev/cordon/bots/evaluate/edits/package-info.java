/**
 * What people do to media before they post it again, as a catalogue of named edits. Start with
 * {@link dev.cordon.bots.evaluate.edits.Catalogue}.
 *
 * <p>Pictures are edited with Java2D and ImageIO: the matcher's decoders are what is being
 * measured, so they take no part in making what is judged. Films and sounds are edited by the
 * {@code ffmpeg} program in processes of its own: a {@link dev.cordon.bots.evaluate.edits.Studio}
 * runs it, a {@code Take} says what it shall do and keeps account of which seconds of a copy are
 * which of its sources.
 */
@NullMarked
package dev.cordon.bots.evaluate.edits;

import org.jspecify.annotations.NullMarked;

/**
 * Finds the parts of a picture that may be a picture of their own: what lies within a border, a
 * letterbox, caption bars or a screenshot's chrome, or is set into another picture. Start with
 * {@link dev.cordon.matcher.parts.PdqParts} and {@link dev.cordon.matcher.parts.PartHashes}.
 *
 * <p>Time is bounded by the size of {@link dev.cordon.matcher.parts.Plane} and the numbers of lines
 * and parts, whatever the pixels are.
 */
@NullMarked
package dev.cordon.matcher.parts;

import org.jspecify.annotations.NullMarked;

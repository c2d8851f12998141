/**
 * Local features: small patches of a picture that survive crops, frames, tilts and stickers. Start
 * with {@link dev.cordon.matcher.local.LocalFeatures}, what a bank keeps of a picture, and {@link
 * dev.cordon.matcher.local.LocalBank}, which finds the entries that a picture shows.
 */
@NullMarked
package dev.cordon.matcher.local;

import org.jspecify.annotations.NullMarked;

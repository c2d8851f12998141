/**
 * Known sound, whole or in part: chroma words as Chromaprint makes them, and spectral peaks whose
 * triplets are found again at another tempo, pitch or speed. Pure arithmetic, no decoding. Start
 * with {@link dev.cordon.matcher.audio.AudioExtractor}, {@link
 * dev.cordon.matcher.audio.AudioFeatures} and {@link dev.cordon.matcher.audio.AudioBank}.
 */
@NullMarked
package dev.cordon.matcher.audio;

import org.jspecify.annotations.NullMarked;

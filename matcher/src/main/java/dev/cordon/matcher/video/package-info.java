/**
 * Moving pictures as signals: stills of a film with the seconds at which they stand, compared in
 * order and in time. Start with {@link dev.cordon.matcher.video.VideoExtractor} and {@link
 * dev.cordon.matcher.video.VideoBank}.
 */
@NullMarked
package dev.cordon.matcher.video;

import org.jspecify.annotations.NullMarked;

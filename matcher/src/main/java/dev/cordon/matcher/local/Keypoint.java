package dev.cordon.matcher.local;

/**
 * A feature as a detector finds it.
 *
 * @param x in pixels
 * @param y in pixels
 * @param diameter in pixels
 * @param degrees its orientation, clockwise
 * @param response how pronounced it is; greater is more
 * @param descriptor 128 numbers: SIFT's histogram of 4 rows, 4 columns and 8 directions
 */
public record Keypoint(
    float x, float y, float diameter, float degrees, float response, float[] descriptor) {}

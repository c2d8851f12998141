package dev.cordon.matcher.local;

/**
 * A place in a picture.
 *
 * @param x fraction of its width; under 0 or over 1 it lies beyond the edge
 * @param y fraction of its height
 */
public record Place(double x, double y) {}

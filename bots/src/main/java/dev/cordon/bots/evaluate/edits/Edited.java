package dev.cordon.bots.evaluate.edits;

/**
 * An edited copy.
 *
 * @param bytes a whole file
 * @param extension of its name, without the dot
 */
public record Edited(byte[] bytes, String extension) {}

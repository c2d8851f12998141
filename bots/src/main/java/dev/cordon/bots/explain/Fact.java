package dev.cordon.bots.explain;

/**
 * A figure with what it is and what it means, such as: Distance, 3, matches up to 50.
 *
 * @param remark may be empty
 */
public record Fact(String label, String value, String remark) {}

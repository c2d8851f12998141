package dev.cordon.adapters;

/**
 * How a connection is.
 *
 * @param up whether the platform answered lately
 * @param detail one line for an operator, without any secret
 */
public record Health(boolean up, String detail) {}

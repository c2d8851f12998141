package dev.cordon.config;

/**
 * One key as it is in force.
 *
 * @param key its path, for example {@code matcher.limits.bytes}
 * @param value as it was written; a list in one line; a secret is masked
 * @param origin {@code default}, {@code <file>:<line>} or {@code environment <NAME>}
 */
public record Setting(String key, String value, String origin) {}

package dev.cordon.bots.intake;

import dev.cordon.adapters.Platform;

/**
 * A platform at work.
 *
 * @param type the adapter's word, under which content keys are unique
 */
public record Connection(Platform platform, String type) {}

package dev.cordon.config;

import java.util.Optional;

/**
 * What is set for one chat.
 *
 * @param policy the name of its policy; exists
 * @param mode instead of the policy's own
 */
public record ChatSettings(String policy, Optional<PolicySettings.Mode> mode) {}

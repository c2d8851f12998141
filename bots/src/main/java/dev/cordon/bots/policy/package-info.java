/**
 * What to do about a judged message: a pure function. Start with {@link
 * dev.cordon.bots.policy.Policy} and {@link dev.cordon.bots.policy.Decision}.
 */
@NullMarked
package dev.cordon.bots.policy;

import org.jspecify.annotations.NullMarked;

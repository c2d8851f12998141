/**
 * Decided actions out: queued, carried out once in effect, receipted. Start with {@link
 * dev.cordon.bots.enforcement.ActionQueue}.
 */
@NullMarked
package dev.cordon.bots.enforcement;

import org.jspecify.annotations.NullMarked;

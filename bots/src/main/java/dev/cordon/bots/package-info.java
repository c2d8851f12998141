/**
 * The moderation. A message's way is the packages' order: {@code intake} stores and judges it,
 * {@code policy} decides, {@code ledger} keeps the decision, {@code enforcement} acts, {@code
 * escalation} asks people.
 */
@NullMarked
package dev.cordon.bots;

import org.jspecify.annotations.NullMarked;

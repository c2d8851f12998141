/**
 * The append-only, hash-chained record of all that was decided and done. Start with {@link
 * dev.cordon.bots.ledger.Ledger}.
 */
@NullMarked
package dev.cordon.bots.ledger;

import org.jspecify.annotations.NullMarked;

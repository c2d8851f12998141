/** Platform events in: persisted to a Redis stream before they are acknowledged, then judged. */
@NullMarked
package dev.cordon.bots.intake;

import org.jspecify.annotations.NullMarked;

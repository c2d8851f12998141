/**
 * Cases and the routes by which they reach people. Start with {@link
 * dev.cordon.bots.escalation.Case} and {@link dev.cordon.bots.escalation.EscalationRoute}.
 */
@NullMarked
package dev.cordon.bots.escalation;

import org.jspecify.annotations.NullMarked;

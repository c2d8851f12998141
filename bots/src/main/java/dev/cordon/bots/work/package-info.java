/**
 * Durable work: kept until it is done, whoever dies meanwhile. Start with {@link
 * dev.cordon.bots.work.WorkQueue}.
 */
@NullMarked
package dev.cordon.bots.work;

import org.jspecify.annotations.NullMarked;

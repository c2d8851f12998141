/** Everything in this module that speaks to Redis. */
@NullMarked
package dev.cordon.bots.redis;

import org.jspecify.annotations.NullMarked;

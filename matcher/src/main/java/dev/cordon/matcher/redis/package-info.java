/** Everything in this module that speaks to Redis. */
@NullMarked
package dev.cordon.matcher.redis;

import org.jspecify.annotations.NullMarked;

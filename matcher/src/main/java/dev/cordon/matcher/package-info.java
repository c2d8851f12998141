/**
 * Media in, {@link dev.cordon.matcher.MatchResult} out. Start with {@link
 * dev.cordon.matcher.Matcher} and {@link dev.cordon.matcher.Match}.
 *
 * <p>Nothing here knows a platform, a chat or a ban.
 */
@NullMarked
package dev.cordon.matcher;

import org.jspecify.annotations.NullMarked;

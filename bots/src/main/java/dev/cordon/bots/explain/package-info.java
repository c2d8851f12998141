/**
 * Pictures that show people why a file matches an entry. Start with {@link
 * dev.cordon.bots.explain.Exhibit}, what is to be shown, and {@link
 * dev.cordon.bots.explain.Drawing}, which draws it.
 */
@NullMarked
package dev.cordon.bots.explain;

import org.jspecify.annotations.NullMarked;

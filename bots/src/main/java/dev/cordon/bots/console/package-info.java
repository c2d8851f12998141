/** Health, metrics and the pages people look at. */
@NullMarked
package dev.cordon.bots.console;

import org.jspecify.annotations.NullMarked;

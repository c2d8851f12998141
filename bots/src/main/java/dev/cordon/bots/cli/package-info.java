/** The command line; the one place where settings are read and parts are wired together. */
@NullMarked
package dev.cordon.bots.cli;

import org.jspecify.annotations.NullMarked;

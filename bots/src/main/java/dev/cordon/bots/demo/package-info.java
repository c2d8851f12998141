/** The demonstration: a sandboxed channel and group played through the real parts. */
@NullMarked
package dev.cordon.bots.demo;

import org.jspecify.annotations.NullMarked;

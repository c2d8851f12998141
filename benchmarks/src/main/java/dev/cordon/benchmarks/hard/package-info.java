/**
 * Pictures that share a template, a logo or a style and nothing else: what a matcher must not
 * match.
 */
@NullMarked
package dev.cordon.benchmarks.hard;

import org.jspecify.annotations.NullMarked;

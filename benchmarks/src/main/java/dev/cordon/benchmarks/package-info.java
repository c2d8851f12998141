/** How fast the parts are; README.md tells how to run them and what they last gave. */
@NullMarked
package dev.cordon.benchmarks;

import org.jspecify.annotations.NullMarked;

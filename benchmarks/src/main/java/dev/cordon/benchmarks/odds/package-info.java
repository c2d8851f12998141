/**
 * How the odds of local features were learned: {@link dev.cordon.benchmarks.odds.Cases} makes
 * edited copies and unrelated pictures and keeps their features, {@link
 * dev.cordon.benchmarks.odds.Training} lays them on banks and fits the regression.
 */
@NullMarked
package dev.cordon.benchmarks.odds;

import org.jspecify.annotations.NullMarked;

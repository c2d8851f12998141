package dev.cordon.matcher.local;

import dev.cordon.matcher.Match.Region;

/**
 * An entry that a query shows.
 *
 * @param row of the entry
 * @param distance 0 for certain to 100
 * @param variant how the query was turned, as a match's variant says it
 * @param region the part of the query that shows the entry
 * @param entryRegion the part of the entry that the query shows
 */
public record Sighting(int row, int distance, String variant, Region region, Region entryRegion) {}

package dev.cordon.matcher.video;

/**
 * An entry of a bank.
 *
 * @param row what it is reported as
 * @param first the number of its first still in the index
 */
record Film(int row, int first, VideoFeatures features) {}

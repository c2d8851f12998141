package dev.cordon.matcher.video;

/**
 * An entry of a bank.
 *
 * @param row what it is reported as
 * @param first the number of its first still in the index
 * @param firstShot the number of its first shot in the index of landmarks
 */
record Film(int row, int first, int firstShot, VideoFeatures features) {}

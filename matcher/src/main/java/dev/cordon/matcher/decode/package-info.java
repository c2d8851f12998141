/**
 * Decoding hostile media in worker processes. Start with {@link
 * dev.cordon.matcher.decode.Fingerprinter} and {@link dev.cordon.matcher.decode.WorkerPool}.
 *
 * <p>This process reads a file's first bytes to tell what it claims to be, computes its digests and
 * passes the bytes on through a pipe; everything else happens in {@code decode.worker}, in a JVM of
 * its own without this one's environment.
 */
@NullMarked
package dev.cordon.matcher.decode;

import org.jspecify.annotations.NullMarked;

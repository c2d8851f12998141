/**
 * The worker process: decodes pictures with OpenCV and sound with FFmpeg and computes their
 * signals. Start with {@link dev.cordon.matcher.decode.worker.DecoderWorker}. Nothing outside this
 * package touches JavaCV.
 */
@NullMarked
package dev.cordon.matcher.decode.worker;

import org.jspecify.annotations.NullMarked;

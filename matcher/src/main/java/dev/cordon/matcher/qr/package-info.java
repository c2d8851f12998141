/**
 * Reads the links of QR codes in pictures. Start with {@link dev.cordon.matcher.qr.PictureLinks}.
 *
 * <p>Time is bounded by the size of {@link dev.cordon.matcher.qr.Shades} and the numbers of finder
 * patterns and tries, whatever the pixels are.
 */
@NullMarked
package dev.cordon.matcher.qr;

import org.jspecify.annotations.NullMarked;

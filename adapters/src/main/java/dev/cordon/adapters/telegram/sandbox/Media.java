package dev.cordon.adapters.telegram.sandbox;

import java.util.Optional;

/**
 * Something to post.
 *
 * @param kind what Telegram makes of it
 * @param bytes the file; may be empty when {@code size} is beyond what Telegram lets bots fetch
 * @param size the size that Telegram tells, in bytes
 * @param fileName the sender's name for it; used for documents, videos and animations
 * @param mimeType what the sender claims it is
 * @param thumbnail a JPEG of at most 320 pixels a side, made by the sender
 * @param sameAs the message whose very file is posted again; then nothing else counts
 */
public record Media(
    Kind kind,
    byte[] bytes,
    long size,
    String fileName,
    String mimeType,
    Optional<byte[]> thumbnail,
    Optional<Message> sameAs) {

  /** Telegram's words for media. */
  public enum Kind {
    PHOTO,
    DOCUMENT,
    VIDEO,
    ANIMATION,
    STICKER
  }

  /** A JPEG or PNG picture, which Telegram re-encodes in several sizes. */
  public static Media photo(byte[] picture) {
    return of(Kind.PHOTO, picture, "photo.jpg", "image/jpeg");
  }

  /** A file as it is. */
  public static Media document(byte[] file, String fileName, String mimeType) {
    return of(Kind.DOCUMENT, file, fileName, mimeType);
  }

  /** A clip as it is. */
  public static Media video(byte[] clip, String fileName) {
    return of(Kind.VIDEO, clip, fileName, "video/mp4");
  }

  /** A clip without sound, as it is. */
  public static Media animation(byte[] clip, String fileName) {
    return of(Kind.ANIMATION, clip, fileName, "video/mp4");
  }

  /** A static sticker: WebP bytes. */
  public static Media sticker(byte[] webp) {
    return of(Kind.STICKER, webp, "sticker.webp", "image/webp");
  }

  /** The very file of another message: the same {@code file_unique_id}. */
  public static Media sameFile(Message message) {
    return new Media(Kind.DOCUMENT, new byte[0], 0, "", "", Optional.empty(), Optional.of(message));
  }

  /** With a thumbnail made by the sender. */
  public Media withThumbnail(byte[] jpeg) {
    return new Media(kind, bytes, size, fileName, mimeType, Optional.of(jpeg), sameAs);
  }

  /** Claims to have this size, in bytes; above 20 MiB Telegram does not let bots fetch it. */
  public Media claimingSize(long bytesClaimed) {
    return new Media(kind, bytes, bytesClaimed, fileName, mimeType, thumbnail, sameAs);
  }

  private static Media of(Kind kind, byte[] bytes, String fileName, String mimeType) {
    return new Media(
        kind, bytes, bytes.length, fileName, mimeType, Optional.empty(), Optional.empty());
  }
}

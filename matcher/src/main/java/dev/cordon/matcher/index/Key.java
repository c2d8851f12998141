package dev.cordon.matcher.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** 128 bits that stand for a value of a type. */
record Key(long high, long low) {

  static Key of(String type, String value) {
    MessageDigest digest = sha256();
    digest.update(type.getBytes(UTF_8));
    digest.update((byte) 0);
    ByteBuffer bits = ByteBuffer.wrap(digest.digest(value.getBytes(UTF_8)));
    return new Key(bits.getLong(), bits.getLong());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

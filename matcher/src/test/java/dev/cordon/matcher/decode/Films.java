package dev.cordon.matcher.decode;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Films made by code. */
public final class Films {
  private static final float QUALITY = 0.9f;
  private static final int KEY_FRAME = 0x10;
  private static final int HAS_INDEX = 0x10;

  private Films() {}

  /** An AVI of JPEG frames, all of one size, put together after the container's format. */
  public static byte[] avi(int framesPerSecond, List<BufferedImage> frames) throws IOException {
    List<byte[]> jpegs = new ArrayList<>();
    for (BufferedImage frame : frames) {
      jpegs.add(Encodings.jpeg(frame, QUALITY));
    }
    int size = jpegs.stream().mapToInt(jpeg -> jpeg.length + 32).sum() + 1024;
    int width = frames.get(0).getWidth();
    int height = frames.get(0).getHeight();
    ByteBuffer movie = little(size);
    ByteBuffer index = little(16 * jpegs.size());
    text(movie, "movi");
    for (byte[] jpeg : jpegs) {
      text(index, "00dc").putInt(KEY_FRAME).putInt(movie.position()).putInt(jpeg.length);
      chunk(movie, "00dc", ByteBuffer.wrap(jpeg));
    }
    ByteBuffer body = little(size + 2048 + index.capacity());
    text(body, "AVI ");
    chunk(body, "LIST", headers(framesPerSecond, jpegs.size(), width, height));
    chunk(body, "LIST", movie.flip());
    chunk(body, "idx1", index.flip());
    ByteBuffer file = little(body.position() + 8);
    chunk(file, "RIFF", body.flip());
    return file.array();
  }

  private static ByteBuffer headers(int rate, int frames, int width, int height) {
    ByteBuffer main = little(56).putInt(1_000_000 / rate).putInt(0).putInt(0).putInt(HAS_INDEX);
    main.putInt(frames).putInt(0).putInt(1).putInt(0).putInt(width).putInt(height).position(56);
    ByteBuffer stream = text(text(little(56), "vids"), "MJPG");
    stream.putInt(0).putInt(0).putInt(0).putInt(1).putInt(rate).putInt(0).putInt(frames);
    stream.position(56);
    ByteBuffer format = little(40).putInt(40).putInt(width).putInt(height);
    text(format.putShort((short) 1).putShort((short) 24), "MJPG").putInt(width * height * 3);
    format.position(40);
    ByteBuffer streams = text(little(256), "strl");
    chunk(streams, "strh", stream.flip());
    chunk(streams, "strf", format.flip());
    ByteBuffer headers = text(little(512), "hdrl");
    chunk(headers, "avih", main.flip());
    chunk(headers, "LIST", streams.flip());
    return headers.flip();
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static ByteBuffer text(ByteBuffer to, String text) {
    return to.put(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** Padded to an even length. */
  private static void chunk(ByteBuffer to, String name, ByteBuffer content) {
    text(to, name).putInt(content.remaining());
    to.put(content);
    if (to.position() % 2 == 1) {
      to.put((byte) 0);
    }
  }
}

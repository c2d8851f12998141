package dev.cordon.benchmarks;

import dev.cordon.benchmarks.hard.HardKind;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Makes pairs of unrelated pictures that look alike: the same logo, news frame, meme template,
 * application or page design around other photographs or other text. One of each pair goes to
 * {@code bank/}, one to {@code query/}; the photographs of the two folders are never the same, so
 * every match between them is a false one.
 *
 * <p>{@code java -cp … dev.cordon.benchmarks.HardPairs corpus out [pairs of each kind] [seed]}
 */
public final class HardPairs {
  private static final long TEMPLATE = 31;
  private static final long BANK = 37;
  private static final long QUERY = 41;

  private HardPairs() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 2) {
      System.err.println("Usage: HardPairs corpus-folder out-folder [pairs of each kind] [seed]");
      System.exit(2);
    }
    int pairs = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 8;
    long seed = arguments.length > 3 ? Long.parseLong(arguments[3]) : 1;
    List<Path> photos = photos(Path.of(arguments[0]), seed);
    int half = photos.size() / 2;
    Path out = Path.of(arguments[1]);
    write(out.resolve("bank"), new Roll(photos.subList(0, half)), pairs, seed, BANK);
    write(out.resolve("query"), new Roll(photos.subList(half, photos.size())), pairs, seed, QUERY);
    System.out.printf("%d kinds, %d pairs of each in %s%n", HardKind.all().size(), pairs, out);
  }

  private static List<Path> photos(Path corpus, long seed) throws IOException {
    try (Stream<Path> files = Files.walk(corpus)) {
      List<Path> photos = new ArrayList<>(files.filter(HardPairs::picture).sorted().toList());
      if (photos.size() < 40) {
        throw new IllegalArgumentException(
            corpus + " holds " + photos.size() + " JPEG or PNG pictures, needed are at least 40");
      }
      Collections.shuffle(photos, new Random(seed));
      return photos;
    }
  }

  private static boolean picture(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(jpe?g|png)");
  }

  private static void write(Path folder, Roll roll, int pairs, long seed, long side)
      throws IOException {
    Files.createDirectories(folder);
    for (HardKind kind : HardKind.all()) {
      for (int i = 0; i < pairs; i++) {
        long pair = (seed * 1_000_003 + kind.name().hashCode()) * 1_009 + i;
        Random own = new Random(pair * side);
        BufferedImage picture = kind.draw(pair * TEMPLATE, own.nextLong(), roll);
        double scale = 0.7 + 0.3 * own.nextDouble();
        float quality = 0.7f + 0.25f * own.nextFloat();
        save(
            scaled(picture, scale),
            quality,
            folder.resolve("%s-%02d.jpg".formatted(kind.name(), i)));
      }
      System.err.println(folder + " " + kind.name());
    }
  }

  private static BufferedImage scaled(BufferedImage picture, double scale) {
    int width = (int) (picture.getWidth() * scale);
    int height = (int) (picture.getHeight() * scale);
    BufferedImage smaller = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = smaller.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.drawImage(picture, 0, 0, width, height, null);
    pen.dispose();
    return smaller;
  }

  private static void save(BufferedImage picture, float quality, Path file) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam how = writer.getDefaultWriteParam();
    how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    how.setCompressionQuality(quality);
    Files.deleteIfExists(file);
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), how);
    } finally {
      writer.dispose();
    }
  }

  /** Photographs of one side, one after the other, from the start again when all are used. */
  private static final class Roll implements Supplier<BufferedImage> {
    private final List<Path> files;
    private int next;

    Roll(List<Path> files) {
      this.files = files;
    }

    @Override
    public BufferedImage get() {
      Path file = files.get(next++ % files.size());
      try {
        BufferedImage photo = ImageIO.read(file.toFile());
        if (photo == null) {
          throw new IOException("not a picture that ImageIO reads");
        }
        return photo;
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read " + file + "; take it out of the corpus", e);
      }
    }
  }
}

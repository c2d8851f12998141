package dev.cordon.matcher.pdq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.matcher.signal.Picture;
import dev.cordon.matcher.signal.Scenes;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Hashes that the C++ reference ({@code pdq-photo-hasher}, built with {@code -O3}) gave for
 * pictures that {@link Scenes} makes. Each line: kind, seed, width, height, the eight hashes, the
 * quality. To make them anew, run {@link #main}, then {@code pdq-photo-hasher --pdqdih-across} on
 * what it wrote.
 */
class ReferenceVectorsTest {
  private static final List<int[]> SIZES =
      List.of(
          new int[] {5, 5},
          new int[] {9, 200},
          new int[] {63, 65},
          new int[] {100, 75},
          new int[] {128, 128},
          new int[] {257, 511},
          new int[] {512, 512},
          new int[] {513, 300},
          new int[] {1600, 1004},
          new int[] {700, 1300});

  static List<String> vectors() throws IOException {
    try (InputStream in = ReferenceVectorsTest.class.getResourceAsStream("reference-vectors.csv")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void equalsTheReferenceBitForBit(String line) {
    String[] fields = line.split(",");
    Picture picture = picture(fields);

    PdqHashes hashes = Pdq.hash(picture).orElseThrow();

    assertThat(hashes.byTurn().values().stream().map(PdqHash::toString))
        .containsExactlyElementsOf(Arrays.asList(fields).subList(4, 12));
    assertThat(hashes.quality()).isEqualTo(Integer.parseInt(fields[12]));
  }

  private static Picture picture(String[] fields) {
    BufferedImage image =
        Scenes.landscape(
            Long.parseLong(fields[1]), Integer.parseInt(fields[2]), Integer.parseInt(fields[3]));
    return fields[0].equals("grey") ? Scenes.grey(image) : Scenes.colour(image);
  }

  /** Writes the pictures as PGM and PPM into a folder. */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    for (int i = 0; i < SIZES.size(); i++) {
      int[] size = SIZES.get(i);
      BufferedImage image = Scenes.landscape(i, size[0], size[1]);
      String name = i + "," + size[0] + "," + size[1];
      write(folder.resolve("grey," + name + ".pgm"), "P5", Scenes.grey(image));
      write(folder.resolve("colour," + name + ".ppm"), "P6", Scenes.colour(image));
    }
  }

  private static void write(Path file, String magic, Picture picture) {
    try (OutputStream out = Files.newOutputStream(file)) {
      String header = magic + "\n" + picture.width() + " " + picture.height() + "\n255\n";
      out.write(header.getBytes(StandardCharsets.US_ASCII));
      for (int at = 0; at < picture.pixels().limit(); at += picture.channels()) {
        for (int channel = picture.channels() - 1; channel >= 0; channel--) {
          out.write(picture.pixels().get(at + channel));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

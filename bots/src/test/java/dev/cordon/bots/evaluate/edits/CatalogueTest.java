package dev.cordon.bots.evaluate.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {
  private static final Path PHOTOS = Path.of("src/main/resources/dev/cordon/bots/demo");

  @TempDir static Path folder;

  private static Path moose;
  private static Path koala;

  /** Small ones, so that all edits of them take a second or two. */
  @BeforeAll
  static void photographs() throws IOException {
    moose = small("bank/moose.jpg");
    koala = small("clean/koala.jpg");
  }

  private static Path small(String name) throws IOException {
    BufferedImage whole = new Album().picture(PHOTOS.resolve(name));
    return write(Canvas.within(whole, 240), name.replace('/', '-'));
  }

  private static Path write(BufferedImage picture, String name) throws IOException {
    return Files.write(folder.resolve(name), Encoding.jpeg(90).bytes(picture));
  }

  @Test
  void namesEveryEditOnceAndSaysWhatItDoes() {
    List<Edit> all = Catalogue.of(MediaKind.PICTURE);
    assertThat(all).hasSizeGreaterThanOrEqualTo(74);
    assertThat(all).extracting(Edit::name).doesNotHaveDuplicates();
    assertThat(all).allMatch(edit -> edit.name().matches("[a-z0-9-]+"));
    assertThat(all).noneMatch(edit -> edit.parameters().isBlank());
    assertThat(all.stream().filter(Edit::hopeless).map(Edit::name))
        .containsExactly("emboss", "edge-map");
  }

  @Test
  void findsEditsByNameAndByGroup() {
    assertThat(Catalogue.named("jpeg-q*")).hasSize(4);
    assertThat(Catalogue.named("{turn,jpeg-q10}"))
        .extracting(Edit::name)
        .contains("mirrored", "jpeg-q10")
        .doesNotContain("jpeg-q30");
    assertThat(Catalogue.named("no-such-edit")).isEmpty();
  }

  @Test
  void givesAnotherCropForAnotherSeed() {
    Edit crop = Catalogue.named("crop-50").get(0);
    assertThat(apply(crop, moose, 7)).isNotEqualTo(apply(crop, moose, 8));
  }

  @Test
  void changesThePictureInEveryEditAndAlwaysInTheSameWay() throws IOException {
    BufferedImage original = new Album().picture(moose);
    for (Edit edit : Catalogue.of(MediaKind.PICTURE)) {
      byte[] bytes = apply(edit, moose, 7);
      assertThat(apply(edit, moose, 7)).as(edit.name()).isEqualTo(bytes);
      BufferedImage copy = ImageIO.read(new ByteArrayInputStream(bytes));
      boolean lossless = edit.name().equals("png");
      assertThat(same(copy, original)).as(edit.name()).isEqualTo(lossless);
    }
  }

  private static boolean same(BufferedImage copy, BufferedImage original) {
    return copy.getWidth() == original.getWidth()
        && copy.getHeight() == original.getHeight()
        && Arrays.equals(Pixels.of(Canvas.copy(copy)), Pixels.of(original));
  }

  @Test
  void copesWithPicturesOfAnyShape() throws IOException {
    for (int[] size : new int[][] {{1, 1}, {2, 300}, {300, 2}, {7, 5}}) {
      Path odd = write(Canvas.blank(size[0], size[1], Color.ORANGE), size[0] + "x" + size[1]);
      for (Edit edit : Catalogue.of(MediaKind.PICTURE)) {
        assertThat(apply(edit, odd, 7)).as(edit.name() + " of " + odd).isNotEmpty();
      }
    }
  }

  @Test
  void keepsTheNumberOfColoursOfAGif() throws IOException {
    Edit gif = Catalogue.named("gif-32").get(0);
    BufferedImage copy = ImageIO.read(new ByteArrayInputStream(apply(gif, moose, 7)));
    assertThat(IntStream.of(Pixels.of(Canvas.copy(copy))).distinct().count()).isBetween(2L, 32L);
  }

  @Test
  void seesPicturesAsTheirCameraWasHeld() throws IOException {
    BufferedImage lying = Canvas.blank(60, 40, Color.BLUE);
    for (int y = 0; y < 40; y++) {
      for (int x = 0; x < 10; x++) {
        lying.setRGB(x, y, 0xff0000);
      }
    }
    Path turned = folder.resolve("turned.jpg");
    Files.write(turned, withOrientation(Encoding.jpeg(95).bytes(lying), 6));
    BufferedImage upright = new Album().picture(turned);
    assertThat(upright.getWidth()).isEqualTo(40);
    assertThat(upright.getHeight()).isEqualTo(60);
    // Orientation 6: what is stored on the left was on top.
    assertThat(Pixels.red(upright.getRGB(20, 3))).isGreaterThan(200);
    assertThat(Pixels.blue(upright.getRGB(20, 40))).isGreaterThan(200);
  }

  /** An EXIF segment with nothing but the orientation, behind the start of a JPEG. */
  private static byte[] withOrientation(byte[] jpeg, int orientation) {
    byte[] exif = {
      (byte) 0xff,
      (byte) 0xe1,
      0,
      34,
      'E',
      'x',
      'i',
      'f',
      0,
      0,
      'M',
      'M',
      0,
      42,
      0,
      0,
      0,
      8,
      0,
      1,
      1,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      (byte) orientation,
      0,
      0,
      0,
      0,
      0,
      0
    };
    byte[] all = new byte[jpeg.length + exif.length];
    System.arraycopy(jpeg, 0, all, 0, 2);
    System.arraycopy(exif, 0, all, 2, exif.length);
    System.arraycopy(jpeg, 2, all, 2 + exif.length, jpeg.length - 2);
    return all;
  }

  @Test
  void tellsWhatIsNoPicture() throws IOException {
    Path text = Files.writeString(folder.resolve("text.jpg"), "no picture");
    Path half =
        Files.write(folder.resolve("half.jpg"), Arrays.copyOf(Files.readAllBytes(moose), 40));
    assertThatThrownBy(() -> new Album().picture(text))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("not a picture that can be edited");
    assertThatThrownBy(() -> new Album().picture(half)).isInstanceOf(UncheckedIOException.class);
    assertThat(Album.readable(text)).isFalse();
    assertThat(Album.readable(moose)).isTrue();
  }

  private static byte[] apply(Edit edit, Path file, long seed) {
    return edit.apply(new Source(new Album(), file, List.of(koala), seed, edit.name())).bytes();
  }
}

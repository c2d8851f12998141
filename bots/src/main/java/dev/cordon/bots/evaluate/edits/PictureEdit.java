package dev.cordon.bots.evaluate.edits;

import java.awt.image.BufferedImage;

/** An edit of a picture: what is done to the pixels, then how they are written. */
record PictureEdit(
    String group,
    String name,
    String parameters,
    boolean hopeless,
    Change change,
    Encoding encoding)
    implements Edit {

  /** What is done to the pixels. */
  interface Change {
    /** A new picture; the one given stays as it is. */
    BufferedImage apply(BufferedImage picture, Source source);

    /** This, then another. */
    default Change then(Change next) {
      return (picture, source) -> next.apply(apply(picture, source), source);
    }
  }

  static PictureEdit of(String group, String name, String parameters, Change change) {
    return new PictureEdit(group, name, parameters, false, change, Encoding.USUAL);
  }

  PictureEdit as(Encoding other) {
    return new PictureEdit(group, name, parameters, hopeless, change, other);
  }

  /** One that nobody expects to be found. */
  PictureEdit withoutHope() {
    return new PictureEdit(group, name, parameters, true, change, encoding);
  }

  @Override
  public MediaKind kind() {
    return MediaKind.PICTURE;
  }

  @Override
  public Edited apply(Source source) {
    BufferedImage edited = change.apply(source.picture(), source);
    return new Edited(encoding.bytes(edited), encoding.extension());
  }
}

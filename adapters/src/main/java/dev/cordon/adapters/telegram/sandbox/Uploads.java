package dev.cordon.adapters.telegram.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** Turns media into the part of a message that shows it, and its bytes into files. */
final class Uploads {
  private static final List<String> MEDIA_FIELDS =
      List.of("photo", "document", "video", "animation", "sticker");

  private final Files files;
  private final Renditions renditions = new Renditions();

  Uploads(Files files) {
    this.files = files;
  }

  /** Slow for a picture not seen before: call it before taking a lock. */
  ObjectNode upload(Media media) {
    if (media.sameAs().isPresent()) {
      return sameFile(media.sameAs().get());
    }
    ObjectNode part = Json.object();
    if (media.kind() == Media.Kind.PHOTO) {
      part.set("photo", photo(media.bytes()));
    } else {
      part.set(media.kind().name().toLowerCase(Locale.ROOT), file(media));
    }
    if (media.kind() == Media.Kind.ANIMATION) {
      part.set("document", part.path("animation").deepCopy());
    }
    return part;
  }

  /** The sizes of a picture, smallest first. */
  ArrayNode photo(byte[] picture) {
    ArrayNode sizes = Json.array();
    for (Renditions.Rendition size : renditions.of(picture)) {
      sizes.add(sized("photos", size));
    }
    return sizes;
  }

  /** The media of a message again, under new file ids. */
  ObjectNode sameFile(Message message) {
    ObjectNode whole = message.json().orElseThrow(() -> gone(message));
    ObjectNode part = Json.object();
    MEDIA_FIELDS.stream().filter(whole::has).forEach(f -> part.set(f, whole.get(f)));
    files.realias(part);
    return part;
  }

  private static NotAllowedException gone(Message message) {
    return new NotAllowedException("message " + message.id() + " is removed, nothing to repeat");
  }

  private ObjectNode sized(String folder, Renditions.Rendition size) {
    byte[] jpeg = size.jpeg();
    ObjectNode node = files.add(folder, ".jpg", jpeg, jpeg.length).json();
    return node.put("width", size.width()).put("height", size.height());
  }

  private ObjectNode file(Media media) {
    String folder = media.kind().name().toLowerCase(Locale.ROOT) + "s";
    String name = media.fileName();
    String extension = name.contains(".") ? name.substring(name.lastIndexOf('.')) : "";
    String plain = extension.matches("\\.[A-Za-z0-9]{1,8}") ? extension : ".bin";
    ObjectNode node = files.add(folder, plain, media.bytes(), media.size()).json();
    media.thumbnail().ifPresent(jpeg -> addThumbnail(node, jpeg));
    describe(node, media);
    return node;
  }

  private void addThumbnail(ObjectNode node, byte[] jpeg) {
    int[] size = Renditions.dimensions(jpeg);
    ObjectNode small = sized("thumbnails", new Renditions.Rendition(jpeg, size[0], size[1]));
    node.set("thumbnail", small);
    node.set("thumb", small.deepCopy());
  }

  private static void describe(ObjectNode node, Media media) {
    if (media.kind() == Media.Kind.STICKER) {
      node.put("type", "regular").put("is_animated", false).put("is_video", false);
      node.put("width", 512).put("height", 512).put("emoji", "🙂");
      return;
    }
    node.put("file_name", media.fileName()).put("mime_type", media.mimeType());
    if (media.kind() != Media.Kind.DOCUMENT) {
      node.put("width", 640).put("height", 360).put("duration", 5);
    }
  }
}

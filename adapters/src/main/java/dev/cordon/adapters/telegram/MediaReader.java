package dev.cordon.adapters.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cordon.adapters.Attachment;
import dev.cordon.adapters.Attachment.Kind;
import dev.cordon.adapters.Attachment.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.telegram.telegrambots.meta.api.objects.photo.PhotoSize;

/**
 * Finds every file that a message shows. It walks the whole message rather than asking for the
 * kinds known today, so that media in a poll, a paid post, a rich message or a kind that Telegram
 * adds next year is looked at too.
 */
final class MediaReader {
  /** PDQ works on 512 pixels: a rendition at least that large on its larger side loses nothing. */
  static final int ENOUGH_PIXELS = 512;

  private static final Map<String, Kind> KINDS =
      Map.of(
          "document", Kind.DOCUMENT,
          "sticker", Kind.STICKER,
          "animation", Kind.ANIMATION,
          "video", Kind.VIDEO,
          "live_photo", Kind.VIDEO,
          "video_note", Kind.VIDEO_NOTE,
          "audio", Kind.AUDIO,
          "voice", Kind.VOICE);

  /** People and chats, encrypted passports, and previews, which are read with their file. */
  private static final Set<String> PASSED_OVER =
      Set.of("from", "chat", "sender_chat", "passport_data", "thumbnail", "cover", "qualities");

  private MediaReader() {}

  /** The files of a message, each once, in the order given; not those of messages it answers. */
  static List<Attachment> read(JsonNode message) {
    Map<String, Attachment> found = new LinkedHashMap<>();
    walk(message, Role.CONTENT, found);
    return List.copyOf(found.values());
  }

  /** Pictures given as lists of sizes, as for a profile. */
  static List<Attachment> photos(JsonNode listOfSizes, Role role) {
    List<Attachment> photos = new ArrayList<>();
    listOfSizes.forEach(sizes -> photo(sizes, role).ifPresent(photos::add));
    return photos;
  }

  private static void walk(JsonNode node, Role role, Map<String, Attachment> found) {
    node.forEach(
        child -> {
          if (node.isArray()) {
            walk(child, role, found);
          }
        });
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      field(node, field.getKey(), field.getValue(), role, found);
    }
  }

  private static void field(
      JsonNode parent, String name, JsonNode value, Role role, Map<String, Attachment> found) {
    if (!value.isContainerNode() || PASSED_OVER.contains(name) || isOtherMessage(name)) {
      return;
    }
    // An animation comes a second time as a document, for old clients.
    if (name.equals("document") && parent.has("animation")) {
      return;
    }
    if (name.equals("photo") || name.equals("new_chat_photo")) {
      Role shown = name.equals("photo") ? role : Role.CHAT_PHOTO;
      photo(value, shown).ifPresent(photo -> found.putIfAbsent(photo.contentKey(), photo));
    } else if (value.has("file_id")) {
      file(name, value, role).ifPresent(file -> found.putIfAbsent(file.contentKey(), file));
    }
    if (!name.equals("photo") && !name.equals("new_chat_photo")) {
      walk(value, name.equals("external_reply") ? Role.QUOTED : role, found);
    }
  }

  /** Another message inside this one, which was or is judged on its own. */
  static boolean isOtherMessage(String field) {
    return field.endsWith("_message") && !field.equals("rich_message");
  }

  /**
   * The smallest rendition that is enough for the signals. The content key is the largest one's:
   * which renditions Telegram lists differs from place to place, the largest is always there.
   */
  private static Optional<Attachment> photo(JsonNode sizes, Role role) {
    List<PhotoSize> renditions =
        StreamSupport.stream(sizes.spliterator(), false)
            .flatMap(size -> Json.as(size, PhotoSize.class).stream())
            .filter(size -> size.getFileId() != null && size.getFileUniqueId() != null)
            .sorted(Comparator.comparingInt(MediaReader::largerSide))
            .toList();
    if (renditions.isEmpty()) {
      return Optional.empty();
    }
    PhotoSize largest = renditions.get(renditions.size() - 1);
    PhotoSize chosen =
        renditions.stream()
            .filter(size -> largerSide(size) >= ENOUGH_PIXELS)
            .findFirst()
            .orElse(largest);
    return Optional.of(
        new Attachment(
            Kind.PHOTO,
            role,
            largest.getFileUniqueId(),
            size(chosen.getFileSize()),
            Optional.empty(),
            chosen.getFileId(),
            List.of()));
  }

  private static Optional<Attachment> file(String field, JsonNode node, Role role) {
    Optional<String> id = Json.text(node, "file_id");
    Optional<String> key = Json.text(node, "file_unique_id");
    if (id.isEmpty() || key.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Attachment(
            kind(field, node),
            role,
            key.get(),
            Json.number(node, "file_size"),
            Json.text(node, "file_name"),
            id.get(),
            previews(node)));
  }

  private static Kind kind(String field, JsonNode node) {
    if (node.path("is_animated").asBoolean()) {
      return Kind.ANIMATED_STICKER;
    }
    if (field.equals("sticker") && node.path("is_video").asBoolean()) {
      return Kind.VIDEO_STICKER;
    }
    return KINDS.getOrDefault(field, Kind.DOCUMENT);
  }

  private static List<Attachment> previews(JsonNode file) {
    List<Attachment> previews = new ArrayList<>();
    photo(Json.MAPPER.createArrayNode().add(file.path("thumbnail")), Role.PREVIEW)
        .ifPresent(previews::add);
    photo(file.path("cover"), Role.PREVIEW).ifPresent(previews::add);
    return previews;
  }

  private static int largerSide(PhotoSize size) {
    return Math.max(
        size.getWidth() == null ? 0 : size.getWidth(),
        size.getHeight() == null ? 0 : size.getHeight());
  }

  private static java.util.OptionalLong size(@org.jspecify.annotations.Nullable Integer bytes) {
    return bytes == null ? java.util.OptionalLong.empty() : java.util.OptionalLong.of(bytes);
  }
}

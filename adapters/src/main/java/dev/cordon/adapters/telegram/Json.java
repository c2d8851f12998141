package dev.cordon.adapters.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The package's one JSON mapper. Telegram adds fields and kinds without notice, so unknown ones are
 * passed over.
 */
final class Json {
  static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_INVALID_SUBTYPE)
          .build();

  private Json() {}

  static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("parameters of our own cannot be written as JSON", e);
    }
  }

  /** A part of an answer as one of the library's types; empty when absent or of another shape. */
  static <T> Optional<T> as(JsonNode node, Class<T> type) {
    if (!node.isObject()) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(MAPPER.treeToValue(node, type));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** A text or number field as text; empty when absent or empty. */
  static Optional<String> text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isValueNode() && !value.isNull() && !value.asText().isEmpty()
        ? Optional.of(value.asText())
        : Optional.empty();
  }

  static OptionalLong number(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isIntegralNumber() ? OptionalLong.of(value.asLong()) : OptionalLong.empty();
  }
}

package dev.cordon.adapters.telegram.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** An answer of the Bot API other than success; thrown by a method, caught by the HTTP front. */
final class ApiError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int code;
  private final transient ObjectNode parameters;

  private ApiError(int code, String description, ObjectNode parameters) {
    super(description, null, false, false);
    this.code = code;
    this.parameters = parameters;
  }

  static ApiError of(int code, String description) {
    return new ApiError(code, description, Json.object());
  }

  static ApiError badRequest(String what) {
    return of(400, "Bad Request: " + what);
  }

  static ApiError forbidden(String what) {
    return of(403, "Forbidden: " + what);
  }

  static ApiError tooMany(int retryAfter) {
    return new ApiError(
        429,
        "Too Many Requests: retry after " + retryAfter,
        Json.object().put("retry_after", retryAfter));
  }

  static ApiError migrated(long newId) {
    return new ApiError(
        400,
        "Bad Request: group chat was upgraded to a supergroup chat",
        Json.object().put("migrate_to_chat_id", newId));
  }

  int code() {
    return code;
  }

  ObjectNode json() {
    ObjectNode node =
        Json.object().put("ok", false).put("error_code", code).put("description", getMessage());
    if (!parameters.isEmpty()) {
      node.set("parameters", parameters);
    }
    return node;
  }
}

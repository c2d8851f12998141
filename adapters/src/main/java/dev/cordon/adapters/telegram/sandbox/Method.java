package dev.cordon.adapters.telegram.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * One method of the Bot API.
 *
 * @param name as in the documentation
 * @param parameters the documented names
 * @param body what it does; throws {@link ApiError} to refuse
 */
record Method(String name, Set<String> parameters, Function<Call, JsonNode> body) {

  static Method of(String name, String parameters, Function<Call, JsonNode> body) {
    return new Method(name, Set.of(parameters.split(" ", -1)), body);
  }

  /** Refuses what Telegram would quietly ignore: a parameter it does not know, a wrong type. */
  void checkStrictly(Params params) {
    Set<String> unknown = new TreeSet<>(params.texts().keySet());
    unknown.addAll(params.files().keySet());
    unknown.removeIf(p -> parameters.contains(p) || isAttached(p, params));
    if (!unknown.isEmpty()) {
      throw ApiError.badRequest(
          "strict sandbox: " + name + " has no parameter \"" + unknown.iterator().next() + "\"");
    }
    params.texts().forEach(Parameter::check);
  }

  private static boolean isAttached(String part, Params params) {
    return params.texts().containsValue("attach://" + part);
  }
}

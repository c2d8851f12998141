package dev.cordon.bots.escalation;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** Makes {@code file} routes: a JSON line appended to a file for each case, outcome and alert. */
public final class FileRouteProvider implements EscalationRouteProvider {

  @Override
  public String type() {
    return "file";
  }

  @Override
  public Set<String> settingKeys() {
    return Set.of("path");
  }

  @Override
  public Set<String> secretKeys() {
    return Set.of();
  }

  @Override
  public EscalationRoute create(String name, Map<String, String> settings) {
    String path = settings.getOrDefault("path", "");
    if (path.isBlank()) {
      throw new IllegalArgumentException(
          "path must name the file that cases are written to, was \"" + path + "\"");
    }
    return new FileRoute(name, Path.of(path));
  }
}

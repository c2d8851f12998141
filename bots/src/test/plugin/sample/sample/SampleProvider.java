package sample;

import dev.cordon.adapters.Platform;
import dev.cordon.adapters.PlatformProvider;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** An adapter of a platform that posts one picture and writes down what is asked of it. */
public final class SampleProvider implements PlatformProvider {
  @Override
  public String type() {
    return "sample";
  }

  @Override
  public Set<String> settingKeys() {
    return Set.of("picture", "asked", "pin");
  }

  @Override
  public Set<String> secretKeys() {
    return Set.of("pin");
  }

  @Override
  public Platform create(String name, Map<String, String> settings, Context context) {
    if (!"4711".equals(settings.get("pin"))) {
      throw new IllegalArgumentException("pin must be the right one");
    }
    return new SamplePlatform(
        name, Path.of(settings.get("picture")), Path.of(settings.get("asked")));
  }
}

package dev.cordon.bots.cli;

import dev.cordon.adapters.PlatformProvider;
import dev.cordon.bots.escalation.EscalationRouteProvider;
import dev.cordon.matcher.signal.SignalType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Adapters, signal types and escalation routes: those built in and those from jars. */
final class Plugins implements AutoCloseable {
  private final List<Path> jars;
  private final URLClassLoader loader;

  /** Finds the jars in some folders; a folder that is not there holds none. */
  Plugins(List<Path> folders) {
    this.jars = folders.stream().distinct().flatMap(Plugins::jarsIn).toList();
    URL[] urls = jars.stream().map(Plugins::url).toArray(URL[]::new);
    this.loader = new URLClassLoader("plugins", urls, Plugins.class.getClassLoader());
  }

  private static Stream<Path> jarsIn(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException("The plug-in folder " + folder + " cannot be read", e);
    }
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The jars, for the class path of the decoder workers. */
  List<Path> jars() {
    return jars;
  }

  List<PlatformProvider> platforms() {
    return all(PlatformProvider.class);
  }

  List<EscalationRouteProvider> routes() {
    return all(EscalationRouteProvider.class);
  }

  List<SignalType> signalTypes() {
    return all(SignalType.class);
  }

  /** Runs with the plug-ins in sight of every {@link ServiceLoader}. */
  <T> T inSight(Supplier<T> work) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return work.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private <T> List<T> all(Class<T> service) {
    List<T> found = new ArrayList<>();
    try {
      ServiceLoader.load(service, loader).forEach(found::add);
    } catch (ServiceConfigurationError | LinkageError e) {
      throw Refusal.usage(
          "A plug-in among "
              + jars
              + " cannot be loaded: "
              + e.getMessage()
              + "; update or remove it");
    }
    return found;
  }

  /** Where a provider comes from: a jar's name, or {@code built in}. */
  static String origin(Object provider) {
    ClassLoader from = provider.getClass().getClassLoader();
    if (!(from instanceof URLClassLoader plugins) || !"plugins".equals(plugins.getName())) {
      return "built in";
    }
    var source = provider.getClass().getProtectionDomain().getCodeSource();
    return source == null ? "plug-in" : Path.of(source.getLocation().getPath()).getFileName() + "";
  }

  @Override
  public void close() {
    try {
      loader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

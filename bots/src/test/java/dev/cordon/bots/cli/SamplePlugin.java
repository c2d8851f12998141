package dev.cordon.bots.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Compiles the sample plug-in into a jar, as a stranger would. */
final class SamplePlugin {
  private static final Path SOURCES = Path.of("src/test/plugin/sample");

  private SamplePlugin() {}

  /** Writes {@code sample.jar} into a folder. */
  static void into(Path folder, Path scratch) throws IOException {
    compile(scratch);
    Files.createDirectories(folder);
    try (JarOutputStream jar =
        new JarOutputStream(Files.newOutputStream(folder.resolve("sample.jar")))) {
      add(jar, scratch, ".class");
      add(jar, SOURCES, "");
    }
  }

  private static void compile(Path classes) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", classes.toString()));
    arguments.addAll(List.of("-cp", Commands.classPath()));
    try (Stream<Path> sources = Files.walk(SOURCES)) {
      sources.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(arguments::add);
    }
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(code).isZero();
  }

  private static void add(JarOutputStream jar, Path root, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = root.relativize(file).toString();
        if (name.endsWith(ending) && !name.endsWith(".java")) {
          jar.putNextEntry(new JarEntry(name));
          jar.write(Files.readAllBytes(file));
          jar.closeEntry();
        }
      }
    }
  }
}

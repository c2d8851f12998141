package dev.cordon.bots.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.bots.cli.Commands.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher on a tree of its own, with a build and a java that only say that they were run. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  @TempDir Path folder;

  private Path root = Path.of("");
  private Path jdk = Path.of("");

  @BeforeEach
  void tree() throws IOException {
    root = Files.createDirectories(folder.resolve("my cordon"));
    jdk = folder.resolve("jdk");
    Files.copy(Path.of("..", "cordon"), root.resolve("cordon"));
    executable(root.resolve("mvnw"), "echo built >> builds; mkdir -p bots/target/app");
    executable(jdk.resolve("bin/java"), "for a; do printf '<%s>' \"$a\"; done");
    release("17.0.15");
    Files.writeString(root.resolve("pom.xml"), "");
    Files.createDirectories(root.resolve("bots/src/main"));
    Files.writeString(root.resolve("bots/src/main/A.java"), "");
    age(
        root.resolve("pom.xml"),
        root.resolve("bots/src/main"),
        root.resolve("bots/src/main/A.java"));
  }

  @Test
  void buildsOnceAndAgainWhenSourcesAreNewer() throws Exception {
    assertThat(launch("status").err()).contains("cordon: building");
    assertThat(launch("status").err()).isEmpty();
    assertThat(builds()).hasSize(1);
    Path source = root.resolve("bots/src/main/A.java");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
    launch("status");
    assertThat(builds()).hasSize(2);
  }

  @Test
  void handsArgumentsOverAsTheyAre() throws Exception {
    Said said = launch("scan", "a b", "*", "");
    assertThat(said.out())
        .endsWith("<" + root + "/bots/target/app/*><dev.cordon.bots.cli.Main><scan><a b><*><>");
  }

  @Test
  void worksThroughALinkFromAnywhere() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("a link"), Path.of("my cordon", "cordon"));
    assertThat(launch(link, "status").out()).contains(root + "/bots/target/app/*");
  }

  @Test
  void showsWhatABrokenBuildSaid() throws Exception {
    executable(root.resolve("mvnw"), "echo 'no such symbol'; exit 1");
    Said said = launch("status");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("no such symbol", "cordon: the build failed");
    assertThat(said.out()).isEmpty();
  }

  @Test
  void saysWhichJavaItNeeds() throws Exception {
    release("11.0.2");
    Said old = launch("status");
    assertThat(old.code()).isEqualTo(2);
    assertThat(old.err()).contains("is Java 11; Cordon needs 17 or newer").hasLineCount(1);
    Files.delete(jdk.resolve("bin/java"));
    assertThat(launch("status").err()).contains("there is no bin/java in it").hasLineCount(1);
  }

  private void release(String version) throws IOException {
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
  }

  private List<String> builds() throws IOException {
    return Files.readAllLines(root.resolve("builds"));
  }

  private Said launch(String... arguments) throws Exception {
    return launch(root.resolve("cordon"), arguments);
  }

  private Said launch(Path script, String... arguments) throws Exception {
    List<String> line = new ArrayList<>(List.of("/bin/sh", script.toString()));
    line.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
    builder.environment().put("JAVA_HOME", jdk.toString());
    return Commands.run(builder);
  }

  private static void executable(Path file, String script) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void age(Path... files) throws IOException {
    for (Path file : files) {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
    }
  }
}

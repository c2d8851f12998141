package dev.cordon.bots.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.bots.cli.Commands.Said;
import dev.cordon.matcher.redis.RedisLink;
import dev.cordon.matcher.redis.RedisServerExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(RedisServerExtension.class)
class BankCommandTest {
  private static final Path PHOTOS = Path.of("src/main/resources/dev/cordon/bots/demo/bank");

  @RegisterExtension final RedisAddress redis = new RedisAddress();
  @TempDir Path folder;

  @BeforeEach
  void configure(RedisLink emptied) throws IOException {
    String yaml = "home: \"%s\"%nredis: \"%s\"%nmatcher: {workers: 1}%n";
    Files.writeString(folder.resolve("c.yaml"), yaml.formatted(folder, redis.address()));
  }

  @Test
  void theLifeOfABank() throws IOException {
    assertThat(
            say("bank", "create", "known", "--description", "ours", "--threshold", "PDQ=20").code())
        .isZero();
    Path media = Files.createDirectory(folder.resolve("media"));
    Files.copy(PHOTOS.resolve("moose.jpg"), media.resolve("a.jpg"));
    Files.copy(PHOTOS.resolve("moose.jpg"), media.resolve("b.jpg"));
    Files.writeString(media.resolve("c.jpg"), "");
    Said added =
        say(
            "bank",
            "add",
            "known",
            media.toString(),
            "--link",
            "https://t.me/+abc",
            "--label",
            "x");
    assertThat(added.code()).isEqualTo(1);
    assertThat(added.lines()).hasSize(3).anyMatch(line -> line.endsWith("b.jpg  (there already)"));
    assertThat(added.err())
        .contains("c.jpg: not enrolled: the file is empty", "2 added to known, 1 there already");
    String id = added.lines().stream().filter(l -> l.endsWith("a.jpg")).findFirst().orElseThrow();
    id = id.substring(0, id.indexOf(' '));
    assertThat(say("bank", "show", "known").out()).contains("ours", "2 entries", "PDQ=20", id);
    assertThat(say("bank", "show", id).out()).contains("labels   x", "SHA256", "PDQ");
    assertThat(say("bank", "disable", id).out()).contains("disabled " + id);
    assertThat(say("bank", "show", "known").out()).contains("a.jpg (inactive)");
    assertThat(say("bank", "enable", id).code()).isZero();
    assertThat(say("bank", "remove", id).out()).contains("removed " + id);
    assertThat(say("bank", "remove", id).code()).isEqualTo(1);
    assertThat(say("bank", "list").out()).containsPattern("known +1 +enabled +ours");
    assertThat(say("ledger", "verify").out()).contains("whole: 5 entries");
    assertThat(say("ledger", "show", "-n", "1").out()).contains("bank-remove", id);
  }

  @Test
  void aBankGoesThroughAFile() throws IOException {
    say("bank", "create", "first");
    say("bank", "add", "first", "--signal", "MD5:d41d8cd98f00b204e9800998ecf8427e");
    String file = folder.resolve("first.jsonl").toString();
    assertThat(say("bank", "export", "first", "-o", file).err()).contains("1 entries");
    Files.writeString(Path.of(file), Files.readString(Path.of(file)) + "nonsense\n");
    Said imported = say("bank", "import", file, "--bank", "second");
    assertThat(imported.code()).isEqualTo(1);
    assertThat(imported.out()).contains("1 entries into second, 1 lines left out");
    assertThat(imported.err()).contains("first.jsonl:3: ");
    assertThat(say("bank", "show", "second").out()).contains("MD5");
  }

  @Test
  void wrongUseIsToldInOneLine() {
    assertRefused(
        "There is no bank named \"no\"; make it with: cordon bank create no", "bank", "show", "no");
    assertRefused("name must be 1 to 64 of a-z", "bank", "create", "No Bank");
    assertRefused(
        "thresholds.PDQ must be between 0 and 31, was 99",
        "bank",
        "create",
        "x",
        "--threshold",
        "PDQ=99");
    assertRefused("nothing to add", "bank", "add", "x");
    assertRefused("see cordon bank create --help", "bank", "create");
    assertRefused(
        "--policy must name one of policies, was \"no\"", "bank", "create", "x", "--policy", "no");
  }

  private void assertRefused(String message, String... arguments) {
    Said said = say(arguments);
    assertThat(said.code()).as(said.err()).isEqualTo(2);
    assertThat(said.err()).startsWith("cordon: ").contains(message).hasLineCount(1);
  }

  @Test
  void theKillSwitchShowsInTheStatus() {
    assertThat(say("status").out()).contains("actions    go on", "banks      none");
    assertThat(say("stop-actions", "--why", "a drill").code()).isZero();
    assertThat(say("status").out()).contains("HELD by the kill switch");
    assertThat(say("resume-actions").code()).isZero();
    assertThat(say("status").out()).contains("actions    go on");
    assertThat(say("ledger", "show").out()).contains("a drill");
  }

  @Test
  void keysAreShownOnce() {
    String key = say("keys", "create", "the bot", "--role", "curate").out().strip();
    Said listed = say("matcher", "keys", "list");
    assertThat(listed.out()).contains("curate", "the bot").doesNotContain(key);
    String id = key.split("_", -1)[1];
    assertThat(say("keys", "revoke", id).code()).isZero();
    assertThat(say("keys", "revoke", id).code()).isEqualTo(1);
  }

  @Test
  void anUnreachableRedisIsNamedWithoutItsPassword() throws IOException {
    Files.writeString(folder.resolve("c.yaml"), "redis: redis://me:hunter2@127.0.0.1:1\n");
    Said said = say("status");
    assertThat(said.code()).isEqualTo(3);
    assertThat(said.err()).contains("127.0.0.1:1 cannot be reached").doesNotContain("hunter2");
  }

  private Said say(String... arguments) {
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.addAll(List.of("--config", folder.resolve("c.yaml").toString()));
    return Commands.here(all.toArray(String[]::new));
  }
}

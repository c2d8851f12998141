package dev.cordon.matcher.bank;

import static dev.cordon.matcher.bank.Entries.NOW;
import static dev.cordon.matcher.bank.Entries.violating;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.matcher.Signal;
import dev.cordon.matcher.bank.BankFiles.BadLine;
import dev.cordon.matcher.bank.BankFiles.Imported;
import dev.cordon.matcher.redis.RedisBankStore;
import dev.cordon.matcher.redis.RedisLink;
import dev.cordon.matcher.redis.RedisServerExtension;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisServerExtension.class)
@Timeout(60)
class BankFilesTest {
  private static final Bank BANK = new Bank("first", "A bank", true, Map.of("PDQ", 20), "strict");
  private static final Signal SIGNAL = Signal.exact(Signal.SHA256, "ab".repeat(32));

  private final List<BadLine> bad = new ArrayList<>();
  private BankStore store;
  private BankFiles files;

  @BeforeEach
  void open(RedisLink link) {
    store = new RedisBankStore(link, Clock.fixed(NOW, ZoneOffset.UTC));
    files = new BankFiles(store);
  }

  @Test
  void bringsABankBackWhole() throws Exception {
    await(store.put(BANK));
    List<BankEntry> entries =
        new ArrayList<>(
            IntStream.range(0, 1200).mapToObj(i -> violating("first", SIGNAL)).toList());
    entries.add(Entries.until(entries.remove(0), Optional.of(NOW), Optional.of(NOW)));
    await(store.put(entries.subList(0, 1000)));
    await(store.put(entries.subList(1000, 1200)));
    String file = export();
    await(store.removeBank("first"));
    assertThat(files.importAs(new StringReader(file), bad::add))
        .isEqualTo(new Imported("first", 1200, 0));
    assertThat(await(store.bank("first"))).contains(BANK);
    List<BankEntry> back = new ArrayList<>();
    await(store.forEach("first", back::add));
    assertThat(back).containsExactlyInAnyOrderElementsOf(entries);
    assertThat(export()).isEqualTo(file);
  }

  @Test
  void copiesIntoAnotherBank() throws Exception {
    await(store.put(BANK));
    await(store.put(List.of(violating("first", SIGNAL))));
    assertThat(files.importInto("other", new StringReader(export()), bad::add))
        .isEqualTo(new Imported("other", 1, 0));
    assertThat(await(store.count("first"))).isEqualTo(1);
    assertThat(await(store.count("other"))).isEqualTo(1);
    assertThat(await(store.bank("other")).orElseThrow().thresholds()).containsEntry("PDQ", 20);
  }

  @Test
  void reportsEveryBadLineAndKeepsTheOthers() throws Exception {
    await(store.put(BANK));
    await(store.put(List.of(violating("first", SIGNAL))));
    String[] lines = export().split("\n", -1);
    String good = lines[1];
    String file =
        String.join(
            "\n",
            lines[0],
            "not JSON",
            good.replace("SHA256", "MD5"),
            "",
            "{}",
            good.replaceFirst("\"id\":\"\\w+\"", "\"id\":\"x\""),
            "\"" + "x".repeat(5 << 20) + "\"",
            good);
    assertThat(files.importAs(new StringReader(file), bad::add))
        .isEqualTo(new Imported("first", 1, 5));
    assertThat(bad).extracting(BadLine::number).containsExactly(2L, 3L, 5L, 6L, 7L);
    assertThat(bad.get(1).problem()).contains("MD5 must be 32 hexadecimal digits");
    assertThat(bad.get(2).problem()).isEqualTo("an entry's id is missing");
    assertThat(bad.get(4)).extracting(BadLine::problem).asString().contains("longer than 4194304");
  }

  @Test
  void refusesOtherFiles() {
    for (String other : List.of("", "text", "{}", "[1]", "{\"cordon-bank\":1}")) {
      assertThatThrownBy(() -> files.importAs(new StringReader(other), bad::add))
          .as(other)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("no bank file");
    }
    assertThatThrownBy(() -> files.importAs(new StringReader("{\"cordon-bank\":2}"), bad::add))
        .hasMessage("The file is of version 2; this Cordon reads version 1");
    assertThat(bad).isEmpty();
  }

  private String export() throws IOException {
    StringWriter file = new StringWriter();
    files.export("first", file);
    return file.toString();
  }

  private static <T> T await(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }
}

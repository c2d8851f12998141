package dev.cordon.matcher.decode;

import static dev.cordon.matcher.bank.Entries.NOW;
import static dev.cordon.matcher.bank.Entries.violating;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.matcher.LocalMatcher;
import dev.cordon.matcher.Match;
import dev.cordon.matcher.MatchResult;
import dev.cordon.matcher.MatchResult.Matched;
import dev.cordon.matcher.MatchResult.NoMatch;
import dev.cordon.matcher.Signal;
import dev.cordon.matcher.bank.Bank;
import dev.cordon.matcher.bank.BankEntry;
import dev.cordon.matcher.bank.BankStore;
import dev.cordon.matcher.qr.Codes;
import dev.cordon.matcher.redis.RedisBankFeed;
import dev.cordon.matcher.redis.RedisBankStore;
import dev.cordon.matcher.redis.RedisLink;
import dev.cordon.matcher.redis.RedisServerExtension;
import dev.cordon.matcher.signal.Scenes;
import dev.cordon.matcher.signal.Signals;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** From a file with a QR code to the verdict, through real worker processes. */
@ExtendWith(RedisServerExtension.class)
@Timeout(120)
class CodesInPicturesTest {
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  @TempDir Path folder;
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private BankStore store;
  private WorkerPool pool;
  private LocalMatcher matcher;

  @BeforeEach
  void open(RedisLink link) {
    store = new RedisBankStore(link, CLOCK);
    pool = new WorkerPool(TestDecoders.options(folder));
    matcher = new LocalMatcher(pool, new RedisBankFeed(link), CLOCK, meters);
    await(store.put(Bank.named("bank")));
  }

  @AfterEach
  void close() {
    matcher.close();
    pool.close();
  }

  @Test
  void aPictureIsKnownByTheLinkOfItsCode() throws Exception {
    BankEntry entry = violating("bank", Signal.exact(Signals.URL, "https://t.me/+abc"));
    start(entry);

    Match match = ((Matched) verdict(photo(1, "https://t.me/joinchat/abc"))).best();

    assertThat(match.entry()).isEqualTo(entry.id());
    assertThat(match.signal()).isEqualTo(Signals.URL);
    assertThat(match.region()).isPresent();
    assertThat(verdict(photo(1, "https://t.me/joinchat/other"))).isInstanceOf(NoMatch.class);
  }

  @Test
  void anEnrolledPictureDoesNotStandForItsCode() throws Exception {
    Path enrolled = photo(2, "https://t.me/joinchat/abc");
    List<Signal> kept = await(matcher.hash(enrolled)).signals();
    assertThat(Signals.kept(kept)).extracting(Signal::value).noneMatch(v -> v.contains("t.me"));
    BankEntry elsewhere = violating("bank", Signal.exact(Signals.URL, "https://t.me/+elsewhere"));
    start(violating("bank", kept.toArray(Signal[]::new)), elsewhere);

    assertThat(verdict(enrolled)).isInstanceOf(Matched.class);
    assertThat(verdict(photo(9, "https://t.me/joinchat/abc"))).isInstanceOf(NoMatch.class);
  }

  @Test
  void codesAreNotReadWhenNoEntryIsALink() throws Exception {
    start(violating("bank", new Signal(Signal.PDQ, "5a".repeat(32), 90)));

    verdict(photo(1, "https://t.me/joinchat/abc"));

    assertThat(meters.find("cordon.matcher.depths").tag("depth", "parts").timer()).isNotNull();
    assertThat(meters.find("cordon.matcher.depths").tag("depth", "codes").timer()).isNull();
  }

  private void start(BankEntry... entries) {
    await(store.put(List.of(entries)));
    await(matcher.start());
  }

  private Path photo(int seed, String text) throws IOException {
    BufferedImage photo = Scenes.landscape(seed, 640, 480);
    Codes.lay(photo, Codes.code(text, Color.BLACK, Color.WHITE), 400, 250, 150, 7);
    return Files.write(Files.createTempFile(folder, "photo", ".jpg"), Encodings.jpeg(photo, 0.85f));
  }

  private MatchResult verdict(Path media) {
    return await(matcher.scan(media)).result();
  }

  private static <T> T await(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }
}

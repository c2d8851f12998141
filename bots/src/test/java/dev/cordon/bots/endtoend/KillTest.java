package dev.cordon.bots.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.adapters.telegram.sandbox.Author;
import dev.cordon.adapters.telegram.sandbox.Chat;
import dev.cordon.adapters.telegram.sandbox.Media;
import dev.cordon.adapters.telegram.sandbox.Message;
import dev.cordon.adapters.telegram.sandbox.Post;
import dev.cordon.adapters.telegram.sandbox.TelegramSandbox;
import dev.cordon.adapters.telegram.sandbox.User;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the bot, the matcher, a decoder and Redis with SIGKILL at random moments while people post,
 * restarts what a service manager would restart, and asks that every violating post is gone, each
 * once, and every clean one stands. {@code -Dcordon.kill.posts=2000} for the long run.
 */
class KillTest {
  private static final int POSTS = Integer.getInteger("cordon.kill.posts", 150);
  private static final long SEED = Long.getLong("cordon.kill.seed", 20261121);
  private static final Duration PACE =
      Duration.ofMillis(Integer.getInteger("cordon.kill.pace", 100));
  private static final int POSTS_BETWEEN_KILLS = 30;
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Pattern CASE = Pattern.compile("Case (\\S+)");
  private static final Pattern MESSAGE = Pattern.compile("Message: (\\d+) ");

  private final Random random = new Random(SEED);
  private final List<Message> violating = new ArrayList<>();
  private final List<Message> clean = new ArrayList<>();
  private final List<String> killed = new ArrayList<>();

  @TempDir Path home;

  @Test
  void nothingIsLostAndNothingHappensTwice() throws Exception {
    try (TelegramSandbox telegram =
            TelegramSandbox.builder().maxMessages(4 * POSTS + 1000).build();
        Processes cordon = new Processes(home, telegram)) {
      telegram.start();
      User owner = telegram.people().person("Olga");
      User member = telegram.people().person("Anna");
      Chat channel = telegram.people().channel("News", owner);
      Chat moderators = telegram.people().supergroup("Moderators", owner);
      telegram.people().promoteFully(channel, telegram.bot().user());
      telegram.people().promoteFully(moderators, telegram.bot().user());
      telegram.people().promoteFully(channel, member);
      cordon.start(moderators);
      postAndKill(telegram, channel, cordon);
      await(
          () -> violating.stream().allMatch(m -> m.removal().isPresent()),
          "every violating post is gone");
      await(
          () -> casesByMessage(moderators).keySet().containsAll(ids(violating)),
          "every violating post has its case");
      assertThat(killed).as("what was killed").isNotEmpty();
      assertThat(clean).as("clean posts").allMatch(message -> message.removal().isEmpty());
      assertThat(telegram.journal().deletions()).as("removals").isEqualTo(violating.size());
      casesByMessage(moderators)
          .forEach(
              (message, cases) -> assertThat(cases).as("cases of message " + message).hasSize(1));
      assertThat(casesByMessage(moderators).keySet()).doesNotContainAnyElementsOf(ids(clean));
      cordon.verifyLedger();
      System.out.printf(
          "%d posts, %d violating, all removed; killed %d times (%s); %d notices for %d cases; %d removals tried again%n",
          POSTS,
          violating.size(),
          killed.size(),
          killed.stream()
              .collect(Collectors.groupingBy(k -> k, TreeMap::new, Collectors.counting())),
          notices(moderators).size(),
          casesByMessage(moderators).size(),
          telegram.journal().repeatedDeletions());
    }
  }

  private void postAndKill(TelegramSandbox telegram, Chat channel, Processes cordon)
      throws Exception {
    TestPictures pictures = new TestPictures(random);
    cordon.enrol(pictures.known());
    for (int i = 1; i <= POSTS; i++) {
      boolean bad = random.nextInt(3) == 0;
      byte[] picture = bad ? pictures.copyOfKnown() : pictures.unknown();
      Message message =
          telegram.posts().post(channel, Author.channel(channel), Post.of(Media.photo(picture)));
      (bad ? violating : clean).add(message);
      if (i % POSTS_BETWEEN_KILLS == 0) {
        TimeUnit.MILLISECONDS.sleep(random.nextInt(300));
        killed.add(cordon.killOne(random));
      }
      TimeUnit.MILLISECONDS.sleep(PACE.toMillis());
    }
  }

  private static Set<String> ids(List<Message> messages) {
    return messages.stream().map(m -> Integer.toString(m.id())).collect(Collectors.toSet());
  }

  private static List<String> notices(Chat moderators) {
    return moderators.messages().stream()
        .map(Message::text)
        .filter(text -> text.startsWith("Case "))
        .toList();
  }

  private static Map<String, Set<String>> casesByMessage(Chat moderators) {
    return notices(moderators).stream()
        .collect(
            Collectors.groupingBy(
                text -> first(MESSAGE, text),
                Collectors.mapping(text -> first(CASE, text), Collectors.toSet())));
  }

  private static String first(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    return found.find() ? found.group(1) : "?";
  }

  private static void await(BooleanSupplier condition, String what) throws InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("waited in vain until " + what).isBefore(deadline);
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }
}

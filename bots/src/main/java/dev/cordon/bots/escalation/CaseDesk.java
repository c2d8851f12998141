package dev.cordon.bots.escalation;

import dev.cordon.adapters.ChatRef;
import dev.cordon.adapters.IncomingMessage;
import dev.cordon.bots.policy.Decision;
import dev.cordon.matcher.Matcher;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens cases with a blurred picture where one can be made; a missing picture delays nobody. */
public final class CaseDesk implements Desk {
  private static final Logger LOG = LoggerFactory.getLogger(CaseDesk.class);

  private final Cases cases;
  private final Matcher matcher;
  private final CaseIds ids;
  private final Clock clock;

  public CaseDesk(Cases cases, Matcher matcher, CaseIds ids, Clock clock) {
    this.cases = cases;
    this.matcher = matcher;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Case> open(
      String key,
      String why,
      IncomingMessage message,
      Optional<Decision> decision,
      Optional<Path> media) {
    return cases
        .about(key)
        .thenCompose(
            known ->
                known.isPresent()
                    ? CompletableFuture.completedFuture(known.get())
                    : openNew(candidate(key, why, message, decision), media));
  }

  @Override
  public CompletionStage<Void> alert(String key, ChatRef chat, String why) {
    return cases.alert(new Alert(key, chat, why));
  }

  private CompletionStage<Case> openNew(Case candidate, Optional<Path> media) {
    return preview(media)
        .thenCompose(picture -> cases.open(candidate, picture))
        .thenApply(CaseDesk::logged);
  }

  private static Case logged(Case opened) {
    LOG.atInfo()
        .addKeyValue("caseId", opened.id())
        .addKeyValue("messageId", opened.message().ref())
        .log("A case is open: {}", opened.why());
    return opened;
  }

  private CompletionStage<Optional<byte[]>> preview(Optional<Path> media) {
    return media
        .map(file -> matcher.preview(file).exceptionally(failure -> Optional.empty()))
        .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
  }

  private Case candidate(
      String key, String why, IncomingMessage message, Optional<Decision> decision) {
    return new Case(
        ids.next(), key, clock.instant(), why, message, decision, Set.of(), Optional.empty());
  }
}

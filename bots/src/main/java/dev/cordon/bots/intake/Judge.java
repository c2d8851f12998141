package dev.cordon.bots.intake;

import dev.cordon.adapters.Attachment;
import dev.cordon.adapters.IncomingMessage;
import dev.cordon.bots.policy.Finding;
import dev.cordon.matcher.Matcher;
import dev.cordon.matcher.Signal;
import dev.cordon.matcher.signal.Links;
import dev.cordon.matcher.signal.Signals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Judges every part of a message: attachments, their previews, links. */
public final class Judge {
  private static final int MOST_LINKS = 100;

  private final Matcher matcher;
  private final Verdicts verdicts;

  public Judge(Matcher matcher, Verdicts verdicts) {
    this.matcher = matcher;
    this.verdicts = verdicts;
  }

  /** The parts of a message, by content key or canonical link, in the order shown. */
  Parts parts(IncomingMessage message) {
    Map<String, Attachment> media = new LinkedHashMap<>();
    message.attachments().stream()
        .flatMap(Judge::withPreviews)
        .forEach(one -> media.putIfAbsent(one.contentKey(), one));
    List<String> links =
        message.links().stream().map(Links::canonical).distinct().limit(MOST_LINKS).toList();
    return new Parts(List.copyOf(media.values()), links);
  }

  private static Stream<Attachment> withPreviews(Attachment attachment) {
    return Stream.concat(
        Stream.of(attachment), attachment.previews().stream().flatMap(Judge::withPreviews));
  }

  /** What the matcher says of all the parts; fails with what any part failed with. */
  CompletionStage<List<Finding>> judge(Parts parts, Connection connection, Scratch scratch) {
    List<CompletableFuture<Finding>> findings = new ArrayList<>();
    for (Attachment attachment : parts.media) {
      findings.add(media(attachment, connection, scratch).toCompletableFuture());
    }
    for (String link : parts.links) {
      findings.add(link(link).toCompletableFuture());
    }
    return CompletableFuture.allOf(findings.toArray(CompletableFuture[]::new))
        .thenApply(done -> findings.stream().map(CompletableFuture::join).toList());
  }

  /** Every kind is fetched: what is not recognised yet is known at least by its digest. */
  private CompletionStage<Finding> media(
      Attachment attachment, Connection connection, Scratch scratch) {
    return verdicts
        .of(attachment, connection, scratch)
        .thenApply(
            verdict -> new Finding(attachment.contentKey(), Optional.of(attachment), verdict));
  }

  private CompletionStage<Finding> link(String link) {
    return matcher
        .match(List.of(Signal.exact(Signals.URL, link)))
        .thenApply(result -> new Finding(link, Optional.empty(), result));
  }

  /** What of a message is judged. */
  record Parts(List<Attachment> media, List<String> links) {

    boolean none() {
      return media.isEmpty() && links.isEmpty();
    }

    /** Short text that is the same exactly when the parts are. */
    String version() {
      Stream<String> names =
          Stream.concat(media.stream().map(one -> "m" + one.contentKey()), links.stream());
      return Digests.shortSha256(names.sorted().toList());
    }
  }
}

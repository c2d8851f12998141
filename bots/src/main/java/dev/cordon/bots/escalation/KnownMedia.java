package dev.cordon.bots.escalation;

import dev.cordon.adapters.Attachment;
import dev.cordon.adapters.Fetch;
import dev.cordon.adapters.IncomingMessage;
import dev.cordon.adapters.Platform;
import dev.cordon.bots.intake.MediaDeferredException;
import dev.cordon.matcher.Matcher;
import dev.cordon.matcher.Opinion;
import dev.cordon.matcher.Signal;
import dev.cordon.matcher.bank.Bank;
import dev.cordon.matcher.bank.BankEntry;
import dev.cordon.matcher.bank.BankStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Puts the media of a message into a bank, at a moderator's word. */
public final class KnownMedia {
  private static final long MAX_BYTES = 64L << 20;

  private final Map<String, Platform> platforms;
  private final Matcher matcher;
  private final BankStore banks;
  private final Path scratch;
  private final Clock clock;

  /**
   * Enrols through these.
   *
   * @param scratch a folder for files that are deleted at once after use
   */
  public KnownMedia(
      Map<String, Platform> platforms,
      Matcher matcher,
      BankStore banks,
      Path scratch,
      Clock clock) {
    this.platforms = Map.copyOf(platforms);
    this.matcher = matcher;
    this.banks = banks;
    this.scratch = scratch;
    this.clock = clock;
  }

  /**
   * Enrols every picture that the message itself carries.
   *
   * @param origin what makes the entries' ids, so that the same order enrols once
   * @return the ids of the entries; empty when there was nothing that could be fetched and hashed
   */
  CompletionStage<List<String>> enrol(
      IncomingMessage message, String bank, Opinion opinion, String source, String origin) {
    List<Attachment> own =
        message.attachments().stream().filter(a -> a.role() == Attachment.Role.CONTENT).toList();
    List<CompletableFuture<Optional<BankEntry>>> entries =
        own.stream()
            .map(
                attachment ->
                    signals(message, attachment)
                        .thenApply(
                            found ->
                                entry(found, entryId(origin, attachment), bank, opinion, source))
                        .toCompletableFuture())
            .toList();
    return CompletableFuture.allOf(entries.toArray(CompletableFuture[]::new))
        .thenCompose(
            all ->
                store(
                    bank,
                    entries.stream()
                        .map(CompletableFuture::join)
                        .flatMap(Optional::stream)
                        .toList()));
  }

  /** Marks entries as disputed, so that from now on they only escalate. */
  CompletionStage<Void> dispute(List<String> entryIds) {
    return CompletableFuture.allOf(
        entryIds.stream()
            .map(id -> banks.entry(id).thenCompose(this::dispute).toCompletableFuture())
            .toArray(CompletableFuture[]::new));
  }

  private CompletionStage<Void> dispute(Optional<BankEntry> found) {
    return found
        .filter(entry -> entry.opinion() == Opinion.VIOLATING)
        .<CompletionStage<Void>>map(
            entry -> banks.put(List.of(entry.withOpinion(Opinion.DISPUTED))).thenAccept(done -> {}))
        .orElseGet(() -> CompletableFuture.completedFuture(null));
  }

  private static String entryId(String origin, Attachment attachment) {
    return EntryIds.of(origin + "/" + attachment.contentKey());
  }

  private CompletionStage<List<Signal>> signals(IncomingMessage message, Attachment attachment) {
    Platform platform = platforms.get(message.chat().platform());
    if (platform == null) {
      return CompletableFuture.completedFuture(List.of());
    }
    Path file = scratch.resolve("known-" + UUID.randomUUID());
    return platform
        .fetch(attachment, file, MAX_BYTES)
        .thenCompose(fetch -> hash(fetch, file))
        .whenComplete((signals, failure) -> delete(file));
  }

  private CompletionStage<List<Signal>> hash(Fetch fetch, Path file) {
    if (fetch instanceof Fetch.Deferred deferred) {
      return CompletableFuture.failedFuture(
          new MediaDeferredException(deferred.retryAfter(), deferred.reason()));
    }
    return fetch instanceof Fetch.Fetched
        ? matcher.hash(file).thenApply(Matcher.Hashes::signals)
        : CompletableFuture.completedFuture(List.of());
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      file.toFile().deleteOnExit();
    }
  }

  private Optional<BankEntry> entry(
      List<Signal> signals, String id, String bank, Opinion opinion, String source) {
    if (signals.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new BankEntry(
            id,
            bank,
            signals,
            opinion,
            Set.of(),
            source,
            "",
            clock.instant(),
            Optional.empty(),
            Optional.empty()));
  }

  private CompletionStage<List<String>> store(String bank, List<BankEntry> entries) {
    if (entries.isEmpty()) {
      return CompletableFuture.completedFuture(List.of());
    }
    return banks
        .bank(bank)
        .thenCompose(
            found ->
                found.isPresent()
                    ? CompletableFuture.completedFuture(null)
                    : banks.put(Bank.named(bank)))
        .thenCompose(ready -> banks.put(entries))
        .thenApply(checkpoint -> entries.stream().map(BankEntry::id).toList());
  }
}

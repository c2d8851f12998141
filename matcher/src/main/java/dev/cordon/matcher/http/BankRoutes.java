package dev.cordon.matcher.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.cordon.matcher.Matcher;
import dev.cordon.matcher.Matcher.Hashes;
import dev.cordon.matcher.Opinion;
import dev.cordon.matcher.bank.Bank;
import dev.cordon.matcher.bank.BankEntry;
import dev.cordon.matcher.bank.BankStore;
import dev.cordon.matcher.bank.EntryDraft;
import dev.cordon.matcher.bank.NoSuchBankException;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeping banks. */
final class BankRoutes {
  private static final TypeReference<BankBody> BANK = new TypeReference<>() {};
  private static final TypeReference<EntryDraft> DRAFT = new TypeReference<>() {};
  private static final TypeReference<List<EntryDraft>> DRAFTS = new TypeReference<>() {};

  private final BankStore store;
  private final Matcher matcher;
  private final Uploads uploads;
  private final Clock clock;

  BankRoutes(BankStore store, Matcher matcher, Uploads uploads, Clock clock) {
    this.store = store;
    this.matcher = matcher;
    this.uploads = uploads;
    this.clock = clock;
  }

  /** A bank without its name, which the path says; what is left out gets its default. */
  record BankBody(
      @Nullable String description,
      @Nullable Boolean enabled,
      @Nullable Map<String, Integer> thresholds,
      @Nullable String policy) {

    Bank named(String name) {
      return new Bank(
          name,
          description == null ? "" : description,
          enabled == null || enabled,
          thresholds == null ? Map.of() : thresholds,
          policy == null ? "" : policy);
    }
  }

  /** A bank and how many entries it holds. */
  record CountedBank(Bank bank, long entries) {}

  /** Entries and, unless it was the last page, what to pass as {@code after} for the next. */
  record Page(List<BankEntry> entries, Optional<String> next) {}

  /** What was enrolled by a change, and why an entry has no perceptual signal when it has none. */
  record Enrolled(String checkpoint, List<BankEntry> entries, Optional<String> problem) {}

  void banks(RoutingContext request) {
    Replies.json(request, 200, Replies.on(request, store.banks()));
  }

  void bank(RoutingContext request) {
    Replies.json(request, 200, existing(request).compose(bank -> counted(request, bank)));
  }

  private Future<CountedBank> counted(RoutingContext request, Bank bank) {
    return Replies.on(request, store.count(bank.name()))
        .map(entries -> new CountedBank(bank, entries));
  }

  private Future<Bank> existing(RoutingContext request) {
    String name = request.pathParam("bank");
    return Replies.on(request, store.bank(name))
        .map(bank -> bank.orElseThrow(() -> new NoSuchBankException(name)));
  }

  void putBank(RoutingContext request) throws JsonProcessingException {
    Bank bank = Replies.body(request, BANK).named(request.pathParam("bank"));
    Replies.json(request, 200, Replies.on(request, store.put(bank)).map(done -> bank));
  }

  void removeBank(RoutingContext request) {
    Replies.json(
        request,
        200,
        Replies.on(request, store.removeBank(request.pathParam("bank")))
            .map(removed -> Map.of("removed", removed)));
  }

  void entries(RoutingContext request) {
    MultiMap query = request.queryParams();
    int limit = number(query.contains("limit") ? query.get("limit") : "100");
    String after = query.contains("after") ? query.get("after") : "";
    Replies.json(
        request,
        200,
        existing(request)
            .compose(bank -> Replies.on(request, store.page(bank.name(), after, limit)))
            .map(page -> page(page, limit)));
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw Problem.badRequest("limit must be a number, was \"" + text + "\"");
    }
  }

  private static Page page(List<BankEntry> entries, int limit) {
    return new Page(
        entries,
        entries.size() < limit
            ? Optional.empty()
            : Optional.of(entries.get(entries.size() - 1).id()));
  }

  void addBySignals(RoutingContext request) throws JsonProcessingException {
    List<EntryDraft> drafts = Replies.list(request, DRAFTS);
    Replies.json(request, 201, enrol(request, drafts, Optional.empty()));
  }

  void addMedia(RoutingContext request) {
    EntryDraft draft = draft(request.queryParams());
    request.request().pause();
    Replies.json(
        request,
        201,
        existing(request)
            .compose(
                bank ->
                    uploads.with(
                        request.request(), file -> Replies.on(request, matcher.hash(file))))
            .compose(hashes -> enrolHashed(request, draft, hashes)));
  }

  private Future<Enrolled> enrolHashed(RoutingContext request, EntryDraft draft, Hashes hashes) {
    return enrol(request, List.of(draft.with(hashes.signals())), hashes.problem());
  }

  private Future<Enrolled> enrol(
      RoutingContext request, List<EntryDraft> drafts, Optional<String> problem) {
    Instant now = clock.instant();
    String bank = request.pathParam("bank");
    List<BankEntry> entries =
        drafts.stream().map(draft -> draft.entry(store.newId(), bank, now)).toList();
    return Replies.on(request, store.put(entries))
        .map(checkpoint -> new Enrolled(checkpoint, entries, problem));
  }

  private static EntryDraft draft(MultiMap query) {
    return new EntryDraft(
        List.of(),
        opinion(query.contains("opinion") ? query.get("opinion") : Opinion.VIOLATING.name()),
        new HashSet<>(query.getAll("label")),
        query.contains("source") ? query.get("source") : "",
        query.contains("note") ? query.get("note") : "",
        time(query, "expiresAt"),
        time(query, "enabledUntil"));
  }

  private static Opinion opinion(String text) {
    try {
      return Opinion.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Problem.badRequest(
          "opinion must be VIOLATING, ALLOWED or DISPUTED, was \"" + text + "\"");
    }
  }

  private static Optional<Instant> time(MultiMap query, String name) {
    try {
      return Optional.ofNullable(query.get(name)).map(Instant::parse);
    } catch (DateTimeParseException e) {
      throw Problem.badRequest(
          name + " must be a time such as 2030-01-01T00:00:00Z, was \"" + query.get(name) + "\"");
    }
  }

  void entry(RoutingContext request) {
    Replies.json(request, 200, existingEntry(request));
  }

  private Future<BankEntry> existingEntry(RoutingContext request) {
    String id = request.pathParam("id");
    return Replies.on(request, store.entry(id))
        .map(entry -> Replies.orNotFound(entry, "There is no entry of the id \"" + id + "\""));
  }

  void putEntry(RoutingContext request) throws JsonProcessingException {
    EntryDraft draft = Replies.body(request, DRAFT);
    Replies.json(
        request,
        200,
        existingEntry(request)
            .map(old -> draft.entry(old.id(), old.bank(), old.addedAt()))
            .compose(
                entry ->
                    Replies.on(request, store.put(List.of(entry)))
                        .map(
                            checkpoint ->
                                new Enrolled(checkpoint, List.of(entry), Optional.empty()))));
  }

  void removeEntry(RoutingContext request) {
    String id = request.pathParam("id");
    Replies.on(request, store.remove(id))
        .onSuccess(removed -> answerRemoval(request, removed, id))
        .onFailure(request::fail);
  }

  private static void answerRemoval(RoutingContext request, boolean removed, String id) {
    if (removed) {
      request.response().setStatusCode(204).end();
    } else {
      request.fail(Problem.notFound("There is no entry of the id \"" + id + "\""));
    }
  }
}

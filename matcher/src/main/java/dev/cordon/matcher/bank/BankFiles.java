package dev.cordon.matcher.bank;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cordon.matcher.MatcherJson;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * Banks as files of JSON lines. The first line is the header, {@code {"cordon-bank":1,"bank":{…}}}
 * with the bank's settings; every other line is one {@link BankEntry}. Files are streamed, and
 * these methods block.
 */
public final class BankFiles {
  private static final String VERSION_KEY = "cordon-bank";
  private static final int VERSION = 1;
  private static final int ENTRIES_AT_ONCE = 500;
  private static final ObjectMapper JSON = MatcherJson.mapper();

  private final BankStore store;

  public BankFiles(BankStore store) {
    this.store = store;
  }

  /**
   * A line that was left out.
   *
   * @param number counted from 1
   * @param problem what is wrong with it
   */
  public record BadLine(long number, String problem) {}

  /**
   * What an import did.
   *
   * @param bank which bank the entries are in
   * @param added entries added or replaced
   * @param bad lines that were not entries; each was reported
   */
  public record Imported(String bank, long added, long bad) {}

  /**
   * Writes a bank.
   *
   * @return how many entries were written
   * @throws NoSuchBankException when there is no such bank
   */
  public long export(String name, Writer file) throws IOException {
    Bank bank = get(store.bank(name)).orElseThrow(() -> new NoSuchBankException(name));
    file.write(JSON.writeValueAsString(header(bank)));
    file.write('\n');
    long[] written = {0};
    try {
      get(store.forEach(name, entry -> written[0] += write(entry, file)));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    file.flush();
    return written[0];
  }

  private static JsonNode header(Bank bank) {
    return JSON.createObjectNode().put(VERSION_KEY, VERSION).set("bank", JSON.valueToTree(bank));
  }

  private static int write(BankEntry entry, Writer file) {
    try {
      file.write(JSON.writeValueAsString(entry));
      file.write('\n');
      return 1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a file into the bank that its header names, made when there is none; a bank that is there
   * keeps its settings, and entries of the same id are replaced.
   *
   * @param bad is told every line that is left out
   */
  public Imported importAs(Reader file, Consumer<BadLine> bad) throws IOException {
    Lines lines = new Lines(file);
    Bank bank = readHeader(lines);
    return importInto(bank, true, lines, bad);
  }

  /**
   * Reads a file into a bank, made with the settings in the header when there is none. The entries
   * of another bank's file are copies and get new ids.
   *
   * @param bad is told every line that is left out
   */
  public Imported importInto(String name, Reader file, Consumer<BadLine> bad) throws IOException {
    Lines lines = new Lines(file);
    Bank header = readHeader(lines);
    Bank bank =
        new Bank(
            name, header.description(), header.enabled(), header.thresholds(), header.policy());
    return importInto(bank, name.equals(header.name()), lines, bad);
  }

  private Imported importInto(Bank bank, boolean keepIds, Lines lines, Consumer<BadLine> bad)
      throws IOException {
    if (get(store.bank(bank.name())).isEmpty()) {
      get(store.put(bank));
    }
    long added = 0;
    long left = 0;
    List<BankEntry> batch = new ArrayList<>();
    for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
      try {
        batch.add(entry(line, bank.name(), keepIds));
      } catch (JsonProcessingException | IllegalArgumentException e) {
        bad.accept(new BadLine(line.number(), Lines.problem(e)));
        left++;
      }
      if (batch.size() == ENTRIES_AT_ONCE) {
        added += flush(batch);
      }
    }
    return new Imported(bank.name(), added + flush(batch), left);
  }

  private long flush(List<BankEntry> batch) {
    long entries = batch.size();
    if (entries > 0) {
      get(store.put(List.copyOf(batch)));
      batch.clear();
    }
    return entries;
  }

  private BankEntry entry(Lines.Line line, String bank, boolean keepId)
      throws JsonProcessingException {
    BankEntry read = JSON.readValue(line.text(), BankEntry.class);
    BankEntry entry =
        new BankEntry(
            keepId ? read.id() : store.newId(),
            bank,
            read.signals(),
            read.opinion(),
            read.labels(),
            read.source(),
            read.note(),
            read.addedAt(),
            read.expiresAt(),
            read.enabledUntil());
    return entry.canonical();
  }

  private static Bank readHeader(Lines lines) throws IOException {
    Lines.Line first = lines.next();
    try {
      JsonNode header = JSON.readTree(first == null ? "" : first.text());
      int version = header.path(VERSION_KEY).asInt();
      if (version == VERSION && header.path("bank").isObject()) {
        return JSON.treeToValue(header.path("bank"), Bank.class);
      }
      throw new IllegalArgumentException(
          version == 0 || version == VERSION
              ? "The file is no bank file: its first line lacks \"" + VERSION_KEY + "\" or \"bank\""
              : "The file is of version " + version + "; this Cordon reads version " + VERSION);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "The file is no bank file; its first line does not fit: " + Lines.problem(e), e);
    }
  }

  private static <T> T get(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}

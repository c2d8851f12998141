package dev.cordon.bots.cli;

import dev.cordon.bots.ledger.Ledger;
import dev.cordon.bots.ledger.LedgerEntry;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cordon ledger}: the record of all that was decided and done. */
@Command(
    mixinStandardHelpOptions = true,
    name = "ledger",
    description = "The record of all that was decided and done.")
final class LedgerCommand {

  @Command(
      mixinStandardHelpOptions = true,
      name = "show",
      description = "The last entries, oldest first.")
  int show(
      @Mixin CommonOptions options,
      @Option(
              names = {"-n", "--last"},
              paramLabel = "N",
              defaultValue = "50",
              description = "How many; 50 unless set, 0 for all.")
          int last,
      @Option(
              names = "--subject",
              paramLabel = "TEXT",
              description = "Only entries about this message, case or bank entry.")
          @Nullable String subject,
      @Option(names = "--json", description = "Whole entries, one JSON object a line.")
          boolean json) {
    try (Store store = Store.open(options.load().settings())) {
      Deque<LedgerEntry> kept = new ArrayDeque<>();
      store
          .ledger()
          .read(1, entry -> keep(entry, kept, subject, last))
          .toCompletableFuture()
          .join();
      kept.forEach(
          entry -> System.out.println(json ? LedgerLines.json(entry) : LedgerLines.text(entry)));
    }
    return Exit.OK;
  }

  private static void keep(
      LedgerEntry entry, Deque<LedgerEntry> kept, @Nullable String subject, int last) {
    if (subject == null || entry.subject().equals(subject)) {
      kept.add(entry);
    }
    if (last > 0 && kept.size() > last) {
      kept.remove();
    }
  }

  @Command(
      mixinStandardHelpOptions = true,
      name = "verify",
      description =
          "Walks the whole chain; exits with 1 when an entry is changed, missing or reordered.")
  int verify(@Mixin CommonOptions options) {
    try (Store store = Store.open(options.load().settings())) {
      Ledger.Verification found = store.ledger().verify().toCompletableFuture().join();
      if (found.problem().isPresent()) {
        Main.tell("the ledger is not whole: " + found.problem().get());
        return Exit.FINDINGS;
      }
      System.out.println("the ledger is whole: " + found.entries() + " entries");
    }
    return Exit.OK;
  }
}

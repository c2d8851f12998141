package dev.cordon.bots.cli;

import dev.cordon.config.Settings;
import dev.cordon.matcher.Opinion;
import dev.cordon.matcher.Signal;
import dev.cordon.matcher.bank.Bank;
import dev.cordon.matcher.bank.BankEntry;
import dev.cordon.matcher.bank.BankStore;
import dev.cordon.matcher.bank.NoSuchBankException;
import dev.cordon.matcher.pdq.PdqOdds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The one entry that {@code explain} is about.
 *
 * @param entries how many its bank has
 * @param name for people
 * @param reference its picture, when it is at hand
 * @param remarks what people should know of it
 */
record KnownEntry(
    Bank bank,
    BankEntry entry,
    long entries,
    String name,
    Optional<Path> reference,
    List<String> remarks) {

  /** A file of a folder of known media, named relative to it. */
  static KnownEntry inFolder(Path folder, String name, Enrolment enrolment) {
    if (!Files.isDirectory(folder)) {
      throw Refusal.usage("--bank-dir " + folder + " is not a folder; name one with known media");
    }
    Path file = folder.resolve(name).normalize();
    if (!file.startsWith(folder.normalize()) || !Files.isRegularFile(file)) {
      throw Refusal.usage(
          "there is no file " + name + " in " + folder + "; name it relative to that folder");
    }
    int entries = MediaFiles.under(List.of(folder)).size();
    return enrolled(
        file, name + " in " + folder.toAbsolutePath().getFileName(), entries, enrolment);
  }

  /** A picture that is in no bank. */
  static KnownEntry ofPicture(Path file, Enrolment enrolment) {
    return enrolled(file, String.valueOf(file.getFileName()), 1, enrolment);
  }

  private static KnownEntry enrolled(Path file, String name, int entries, Enrolment enrolment) {
    List<Enrolment.Hashed> hashed = new ArrayList<>();
    enrolment.signals(List.of(file), hashed::add);
    Enrolment.Hashed only = hashed.get(0);
    if (only.signals().isEmpty()) {
      throw Refusal.usage(only.remark().orElse(file + " cannot be enrolled"));
    }
    Bank bank = Bank.named("explain");
    return new KnownEntry(
        bank,
        Known.entry(bank, only),
        entries,
        name,
        Optional.of(file),
        only.remark().stream().toList());
  }

  /** An entry of a bank, of whichever one when none is named. */
  static KnownEntry inBank(String id, Optional<String> name, Settings settings) {
    try (Store store = Store.open(settings)) {
      BankStore banks = store.banks();
      BankEntry entry =
          Base.join(banks.entry(id))
              .orElseThrow(
                  () ->
                      Refusal.usage(
                          "there is no entry "
                              + id
                              + " in any bank, nor a file of that name; cordon bank show NAME"
                              + " lists a bank's entries"));
      if (name.isPresent() && !name.get().equals(entry.bank())) {
        throw Refusal.usage(
            "entry " + id + " is in bank " + entry.bank() + ", not in " + name.get());
      }
      Bank bank =
          Base.join(banks.bank(entry.bank()))
              .orElseThrow(() -> new NoSuchBankException(entry.bank()));
      long entries = Base.join(banks.count(bank.name()));
      return new KnownEntry(
          bank,
          entry,
          entries,
          id + " in bank " + bank.name(),
          Optional.empty(),
          remarks(bank, entry));
    }
  }

  private static List<String> remarks(Bank bank, BankEntry entry) {
    List<String> remarks = new ArrayList<>();
    if (!bank.enabled()) {
      remarks.add("bank " + bank.name() + " is disabled, so nothing matches it now");
    } else if (!entry.active(Instant.now())) {
      remarks.add("entry " + entry.id() + " is disabled or expired, so nothing matches it now");
    }
    if (!has(entry, Signal.LOCAL_FEATURES) && has(entry, Signal.PDQ)) {
      remarks.add("entry " + entry.id() + " has no local features; add it anew to get them");
    }
    if (entry.opinion() != Opinion.ALLOWED
        && entry.signals().stream().anyMatch(PdqOdds::tooPlain)) {
      remarks.add("entry " + entry.id() + " is too plain to be matched by PDQ");
    }
    return remarks;
  }

  private static boolean has(BankEntry entry, String type) {
    return entry.signals().stream().anyMatch(signal -> signal.type().equals(type));
  }

  /** The value of its local features. */
  Optional<String> localFeatures() {
    return entry.signals().stream()
        .filter(signal -> signal.type().equals(Signal.LOCAL_FEATURES))
        .map(Signal::value)
        .findFirst();
  }

  KnownEntry with(Path picture) {
    return new KnownEntry(bank, entry, entries, name, Optional.of(picture), remarks);
  }
}

package dev.cordon.bots.cli;

import dev.cordon.matcher.bank.Bank;
import dev.cordon.matcher.bank.BankEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cordon bank}: banks and their entries. */
@Command(
    mixinStandardHelpOptions = true,
    name = "bank",
    description =
        "Makes banks of known media and puts entries in. Fingerprints are kept, not media.",
    subcommands = {
      BankAddCommand.class,
      BankFileCommands.Import.class,
      BankFileCommands.Export.class
    })
final class BankCommand {

  @Command(
      mixinStandardHelpOptions = true,
      name = "create",
      description = "Makes a bank, or changes what is said of one.")
  int create(
      @Mixin CommonOptions options,
      @Parameters(paramLabel = "NAME", description = "1 to 64 of a-z, 0-9, - and _.") String name,
      @Option(names = "--description", paramLabel = "TEXT", description = "One line.")
          @Nullable String description,
      @Option(
              names = "--threshold",
              paramLabel = "TYPE=DISTANCE",
              description = "The greatest distance that matches; PDQ 0 to 31, 31 unless set.")
          @Nullable Map<String, Integer> thresholds,
      @Option(
              names = "--policy",
              paramLabel = "POLICY",
              description = "A policy of the settings that overrides the chat's.")
          @Nullable String policy) {
    var settings = options.load().settings();
    if (policy != null && !policy.isEmpty() && !settings.policies().containsKey(policy)) {
      throw Refusal.usage("--policy must name one of policies, was \"" + policy + "\"");
    }
    return BankWork.with(
        settings,
        work -> {
          Optional<Bank> before = work.banks().bank(name).toCompletableFuture().join();
          Bank old = before.orElseGet(() -> Bank.named(name));
          Map<String, Integer> all = new HashMap<>(old.thresholds());
          Optional.ofNullable(thresholds).ifPresent(all::putAll);
          Bank bank =
              new Bank(
                  name,
                  description == null ? old.description() : description,
                  old.enabled(),
                  all,
                  policy == null ? old.policy() : policy);
          work.banks().put(bank).toCompletableFuture().join();
          work.record("bank-create", name, Map.of("bank", bank.toString()));
          work.say((before.isPresent() ? "changed " : "made ") + name);
          return Exit.OK;
        });
  }

  @Command(mixinStandardHelpOptions = true, name = "list", description = "All banks.")
  int list(@Mixin CommonOptions options) {
    return BankWork.with(
        options.load().settings(),
        work -> {
          List<Bank> banks = work.banks().banks().toCompletableFuture().join();
          System.out.printf("%-24s %9s  %-8s  %s%n", "BANK", "ENTRIES", "STATE", "DESCRIPTION");
          for (Bank bank : banks) {
            long count = work.banks().count(bank.name()).toCompletableFuture().join();
            String state = bank.enabled() ? "enabled" : "disabled";
            System.out.printf(
                "%-24s %9d  %-8s  %s%n", bank.name(), count, state, bank.description());
          }
          return Exit.OK;
        });
  }

  @Command(
      mixinStandardHelpOptions = true,
      name = "show",
      description = "A bank and its entries, or one entry.")
  int show(
      @Mixin CommonOptions options,
      @Parameters(paramLabel = "NAME|ID", description = "A bank's name or an entry's id.")
          String what,
      @Option(
              names = "--limit",
              paramLabel = "N",
              defaultValue = "50",
              description = "How many entries at the most; 50 unless set, 0 for all.")
          int limit) {
    return BankWork.with(
        options.load().settings(),
        work -> {
          Optional<BankEntry> entry = work.banks().entry(what).toCompletableFuture().join();
          if (entry.isPresent()) {
            BankLines.entry(entry.get());
          } else {
            BankLines.bank(work.banks(), what, limit == 0 ? Long.MAX_VALUE : limit);
          }
          return Exit.OK;
        });
  }

  @Command(
      mixinStandardHelpOptions = true,
      name = "remove",
      description = "Removes entries for good, or a whole bank.")
  int remove(
      @Mixin CommonOptions options,
      @Parameters(
              arity = "1..*",
              paramLabel = "ID|NAME",
              description = "Entries, or banks with --bank.")
          List<String> names,
      @Option(names = "--bank", description = "The names are of banks; all their entries go.")
          boolean banks) {
    return BankWork.with(
        options.load().settings(),
        work -> work.each(names, name -> banks ? work.removeBank(name) : work.removeEntry(name)));
  }

  @Command(
      mixinStandardHelpOptions = true,
      name = "disable",
      description = "Lets entries or banks match no more, and keeps them.")
  int disable(
      @Mixin CommonOptions options,
      @Parameters(arity = "1..*", paramLabel = "ID|NAME", description = "Entries or banks.")
          List<String> names) {
    return BankWork.with(
        options.load().settings(), work -> work.each(names, name -> work.enable(name, false)));
  }

  @Command(
      mixinStandardHelpOptions = true,
      name = "enable",
      description = "Lets disabled entries or banks match again.")
  int enable(
      @Mixin CommonOptions options,
      @Parameters(arity = "1..*", paramLabel = "ID|NAME", description = "Entries or banks.")
          List<String> names) {
    return BankWork.with(
        options.load().settings(), work -> work.each(names, name -> work.enable(name, true)));
  }
}

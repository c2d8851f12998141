package dev.cordon.bots.cli;

import dev.cordon.matcher.bank.BankFiles;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cordon bank import} and {@code cordon bank export}: banks as files of JSON lines. */
final class BankFileCommands {
  private BankFileCommands() {}

  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      description = {
        "Reads a bank file. Lines that are no entries are told on standard error and left out; the exit "
            + "code is then 1.",
        ""
      })
  static final class Import implements Callable<Integer> {
    @Mixin private CommonOptions options = new CommonOptions();

    @Parameters(paramLabel = "FILE", description = "A file that export wrote.")
    private Path file = Path.of("");

    @Option(
        names = "--bank",
        paramLabel = "NAME",
        description = "Into this bank; else the one that the file names. Made when there is none.")
    private @Nullable String bank;

    @Override
    public Integer call() {
      return BankWork.with(options.load().settings(), this::read);
    }

    private int read(BankWork work) {
      BankFiles files = new BankFiles(work.banks());
      try (Reader reader = Files.newBufferedReader(file)) {
        BankFiles.Imported done =
            bank == null
                ? files.importAs(reader, this::tell)
                : files.importInto(bank, reader, this::tell);
        String count = Long.toString(done.added());
        work.record("bank-import", done.bank(), Map.of("entries", count, "file", file.toString()));
        work.say(count + " entries into " + done.bank() + ", " + done.bad() + " lines left out");
        return done.bad() == 0 ? Exit.OK : Exit.FINDINGS;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void tell(BankFiles.BadLine line) {
      Main.tell(file + ":" + line.number() + ": " + line.problem());
    }
  }

  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description = "Writes a bank and its entries as JSON lines.")
  static final class Export implements Callable<Integer> {
    @Mixin private CommonOptions options = new CommonOptions();

    @Parameters(paramLabel = "NAME", description = "The bank.")
    private String bank = "";

    @Option(
        names = {"-o", "--output"},
        paramLabel = "FILE",
        description = "The file; else standard output.")
    private @Nullable Path output;

    @Override
    public Integer call() {
      return BankWork.with(options.load().settings(), this::write);
    }

    private int write(BankWork work) {
      work.bank(bank);
      try (Writer writer = writer()) {
        long entries = new BankFiles(work.banks()).export(bank, writer);
        System.err.println("cordon: " + entries + " entries of " + bank + " written");
        return Exit.OK;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private Writer writer() throws IOException {
      return output == null
          ? new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8))
          : Files.newBufferedWriter(output);
    }
  }
}

package dev.cordon.bots.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Points in time on the command line: {@code 30d} from now, a date, or a full time. */
final class Times implements ITypeConverter<Instant> {

  @Override
  public Instant convert(String text) {
    try {
      if (text.matches("\\d{1,6}[hd]")) {
        long number = Long.parseLong(text.substring(0, text.length() - 1));
        boolean days = text.endsWith("d");
        return Instant.now().plus(days ? Duration.ofDays(number) : Duration.ofHours(number));
      }
      return text.contains("T")
          ? Instant.parse(text)
          : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "must be 12h, 30d, 2027-01-31 or 2027-01-31T12:00:00Z, was \"" + text + "\"");
    }
  }
}

package dev.cordon.matcher;

import dev.cordon.matcher.bank.Bank;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The banks by number. A number stays with a name, also while there is no such bank. */
final class BankRows {
  private static final int MAX_BANKS = 1 << 16;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<@Nullable Bank> banks = new ArrayList<>();

  int number(String name) {
    Integer known = numbers.get(name);
    if (known != null) {
      return known;
    }
    if (banks.size() == MAX_BANKS) {
      throw new IllegalStateException("There can be at most " + MAX_BANKS + " banks");
    }
    banks.add(null);
    numbers.put(name, banks.size() - 1);
    return banks.size() - 1;
  }

  void put(String name, @Nullable Bank bank) {
    banks.set(number(name), bank);
  }

  /** The bank of that number when it is there and enabled. */
  @Nullable Bank enabled(int number) {
    Bank bank = banks.get(number);
    return bank != null && bank.enabled() ? bank : null;
  }

  /** The greatest distance at which any bank matches a type. */
  int widestThreshold(String type, int byDefault) {
    return banks.stream()
        .filter(Objects::nonNull)
        .filter(Bank::enabled)
        .mapToInt(bank -> bank.thresholds().getOrDefault(type, byDefault))
        .max()
        .orElse(-1);
  }
}

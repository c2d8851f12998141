package dev.cordon.benchmarks.hard;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Text that says little. */
final class Words {
  private static final List<String> WORDS =
      List.of(
              ("when you find the last slice in office and nobody saw monday morning again weather market rises "
                      + "after storm north minister says new bridge opens today traffic expected city council votes "
                      + "late train harbour garden window paper music silver yellow river doctor teacher winter dog "
                      + "coffee believe remember nothing everybody never always team wins second half open letter "
                      + "price water light road report question answer seven twelve thousand people return home")
                  .split(" "))
          .stream()
          .toList();

  private Words() {}

  /** So many words, the first with a capital letter. */
  static String line(Random random, int count) {
    String text =
        IntStream.range(0, count)
            .mapToObj(i -> WORDS.get(random.nextInt(WORDS.size())))
            .collect(Collectors.joining(" "));
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  static List<String> lines(Random random, int lines, int words) {
    List<String> text = new ArrayList<>();
    for (int i = 0; i < lines; i++) {
      text.add(line(random, words));
    }
    return text;
  }

  static String number(Random random) {
    return "%,d".formatted(random.nextInt(100_000));
  }
}

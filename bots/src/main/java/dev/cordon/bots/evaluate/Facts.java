package dev.cordon.bots.evaluate;

import dev.cordon.bots.evaluate.edits.Edit;
import java.util.List;
import java.util.Map;

/**
 * What an evaluation was made of, for its reports.
 *
 * @param version Cordon's
 * @param perEdit how many files of either half each edit was tried on at the most
 * @param edits that were tried
 * @param known the half of the corpus that was enrolled
 * @param hard entries of hard pairs
 * @param unknown how many of the corpus were not enrolled
 * @param copies files left out, to those that they are copies of
 * @param thresholds the greatest distance that matched, by signal type
 * @param wanted false matches a million pairs that a suggested threshold may have
 * @param banked what the bank keeps of films and sounds
 */
public record Facts(
    String version,
    String corpus,
    long seed,
    PerEdit perEdit,
    List<Edit> edits,
    Enrolled known,
    Enrolled hard,
    int unknown,
    Map<String, String> copies,
    Map<String, Integer> thresholds,
    double wanted,
    List<Banked> banked) {}

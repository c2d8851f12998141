package dev.cordon.matcher;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** What the matcher says of a piece of media. A scan that could not run is never "clean". */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "verdict")
@JsonSubTypes({
  @JsonSubTypes.Type(value = MatchResult.Matched.class, name = "match"),
  @JsonSubTypes.Type(value = MatchResult.NoMatch.class, name = "no-match"),
  @JsonSubTypes.Type(value = MatchResult.Unscannable.class, name = "unscannable")
})
public sealed interface MatchResult {

  /**
   * At least one violating or disputed entry matches and no allowed one does.
   *
   * @param matches nearest first; at least one
   */
  record Matched(List<Match> matches, String indexCheckpoint) implements MatchResult {
    public Matched {
      if (matches.isEmpty()) {
        throw new IllegalArgumentException("matches must hold at least one match");
      }
      matches = List.copyOf(matches);
    }

    /** The nearest match. */
    public Match best() {
      return matches.get(0);
    }
  }

  /**
   * Nothing in the banks is this media, as of a state of the index.
   *
   * @param indexCheckpoint the last bank change that the index held
   * @param allowedBy the allowed entries that it is, nearest first; mostly empty. Whatever it
   *     matched besides is overruled by them, and it was not looked at more closely
   */
  record NoMatch(String indexCheckpoint, List<Match> allowedBy) implements MatchResult {
    public NoMatch {
      allowedBy = List.copyOf(allowedBy);
    }
  }

  /**
   * It could not be judged.
   *
   * @param reason one line for a moderator: what is wrong with the file, not with the code
   */
  record Unscannable(String reason) implements MatchResult {}
}

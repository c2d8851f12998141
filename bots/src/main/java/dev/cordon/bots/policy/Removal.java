package dev.cordon.bots.policy;

import dev.cordon.adapters.Action;
import dev.cordon.adapters.IncomingMessage;
import dev.cordon.bots.policy.ChatPolicy.Band;
import java.util.List;
import java.util.stream.Stream;

/** Which messages go. */
final class Removal {
  private Removal() {}

  static Stream<Action> of(Judgement judgement, ChatPolicy rules, Band band) {
    if (!band.remove() || judgement.occasion() != Judgement.Occasion.POSTED) {
      return Stream.empty();
    }
    IncomingMessage message = judgement.message();
    return Stream.of(new Action.RemoveMessages(message.chat(), ids(judgement, rules)));
  }

  private static List<String> ids(Judgement judgement, ChatPolicy rules) {
    Stream<String> siblings =
        rules.removeAlbumSiblings() ? judgement.albumSiblings().stream() : Stream.empty();
    return Stream.concat(Stream.of(judgement.message().ref().id()), siblings).distinct().toList();
  }
}

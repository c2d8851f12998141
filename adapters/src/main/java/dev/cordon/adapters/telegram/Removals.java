package dev.cordon.adapters.telegram;

import dev.cordon.adapters.Action.RemoveMessages;
import dev.cordon.adapters.Receipt;
import dev.cordon.adapters.Receipt.Reason;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Removes messages: one with its own errors, more by the hundred. */
final class Removals {
  private static final int BATCH = 100;

  private final Calls calls;

  Removals(Calls calls) {
    this.calls = calls;
  }

  Future<Receipt> remove(RemoveMessages action) {
    String chat = action.chat().id();
    List<Future<Receipt>> receipts = new ArrayList<>();
    List<String> ids = action.messageIds();
    for (int from = 0; from < ids.size(); from += BATCH) {
      List<String> part = ids.subList(from, Math.min(from + BATCH, ids.size()));
      receipts.add(part.size() == 1 ? one(chat, part.get(0)) : many(chat, part));
    }
    return worst(receipts);
  }

  private Future<Receipt> one(String chat, String id) {
    return calls
        .change(
            CallQueue.Turn.REMOVE,
            "deleteMessage",
            Map.of("chat_id", Ids.of(chat), "message_id", Ids.of(id)))
        .compose(answer -> judged(chat, answer));
  }

  private Future<Receipt> judged(String chat, Answer answer) {
    return cannotBeDeleted(answer)
        ? refusal(chat, answer)
        : Future.succeededFuture(Receipts.alreadySoOn(answer, "message to delete not found"));
  }

  /** Telegram skips those it cannot find; one that it will not delete spoils all, so each alone. */
  private Future<Receipt> many(String chat, List<String> ids) {
    return calls
        .change(
            CallQueue.Turn.REMOVE,
            "deleteMessages",
            Map.of("chat_id", Ids.of(chat), "message_ids", ids.stream().map(Ids::of).toList()))
        .compose(
            answer ->
                cannotBeDeleted(answer)
                    ? worst(ids.stream().map(id -> one(chat, id)).toList())
                    : Future.succeededFuture(
                        Receipts.alreadySoOn(answer, "message to delete not found")));
  }

  private static boolean cannotBeDeleted(Answer answer) {
    return answer instanceof Answer.Failed failed && failed.says("message can't be deleted");
  }

  /** The same words mean too old or not allowed; our rights in the chat tell which. */
  private Future<Receipt> refusal(String chat, Answer answer) {
    return calls
        .ownMembership(chat)
        .map(
            member ->
                member instanceof Answer.Ok ok && !Members.rights(ok.result()).remove()
                    ? Reason.MISSING_RIGHT
                    : Reason.TOO_OLD)
        .map(reason -> new Receipt.Refused(reason, answer.reason()));
  }

  /** What is yet to be done goes before what cannot be done, and that before what is done. */
  private static Future<Receipt> worst(List<Future<Receipt>> receipts) {
    return Future.all(receipts)
        .map(
            all ->
                all.<Receipt>list().stream()
                    .reduce((a, b) -> rank(b) > rank(a) ? b : a)
                    .orElseThrow());
  }

  private static int rank(Receipt receipt) {
    if (receipt instanceof Receipt.Deferred) {
      return 3;
    }
    if (receipt instanceof Receipt.Refused) {
      return 2;
    }
    return receipt instanceof Receipt.Done done && done.alreadySo() ? 0 : 1;
  }
}

package dev.cordon.bots.intake;

import dev.cordon.adapters.AccountRef;
import dev.cordon.adapters.MessageRef;
import dev.cordon.bots.policy.Decision;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/** The record of every account: which messages of it were removed. Simulated ones count apart. */
public interface Offences {

  /** Counts a message; the same again changes nothing. */
  CompletionStage<Void> record(
      Decision.Mode mode, AccountRef account, MessageRef message, Instant at);

  /** How many messages count since a time, leaving one out. */
  CompletionStage<Integer> count(
      Decision.Mode mode, AccountRef account, Instant since, MessageRef except);

  /** Strikes a message off the record of an account. */
  CompletionStage<Void> forgive(AccountRef account, MessageRef message);
}

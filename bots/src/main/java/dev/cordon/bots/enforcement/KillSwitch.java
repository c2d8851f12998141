package dev.cordon.bots.enforcement;

import java.util.concurrent.CompletionStage;

/** Holds every queued removal, restriction and ban, in all processes, within a second. */
public interface KillSwitch {

  /** Whether actions are held now; cached for at most half a second. */
  boolean engaged();

  /** Holds or releases actions; {@code who} and {@code why} go on the ledger. */
  CompletionStage<Void> set(boolean engaged, String who, String why);
}

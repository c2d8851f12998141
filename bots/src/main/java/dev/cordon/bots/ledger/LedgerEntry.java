package dev.cordon.bots.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * One entry of the ledger.
 *
 * @param sequence 1, 2, 3, … without a gap
 * @param key unique over the ledger
 * @param body what happened, as JSON
 * @param previous the SHA-256 of the entry before, 64 hex digits; zeros for the first
 * @param hash the SHA-256 over all the other fields, 64 hex digits
 */
public record LedgerEntry(
    long sequence,
    Instant at,
    String key,
    Ledger.Kind kind,
    String subject,
    JsonNode body,
    String previous,
    String hash) {}

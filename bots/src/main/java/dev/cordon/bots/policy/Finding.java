package dev.cordon.bots.policy;

import dev.cordon.adapters.Attachment;
import dev.cordon.matcher.MatchResult;
import java.util.Optional;

/**
 * What the matcher said of one part of a message.
 *
 * @param part which part: an attachment's content key or a canonical link
 * @param attachment the attachment, when the part is one
 */
public record Finding(String part, Optional<Attachment> attachment, MatchResult result) {}

package dev.dragoman.runtime.tool.call;

import dev.dragoman.runtime.guard.Permit;
import dev.dragoman.runtime.tool.CallArguments;
import dev.dragoman.runtime.validate.BodyMedia;
import dev.dragoman.runtime.validate.OperationValidator;
import java.util.Optional;

/**
 * The interpreted arguments of a call.
 *
 * @param ordinal the operation's number in the catalog
 * @param media the media type of the body, decided here for all later steps; empty if there is no
 *     body, or if the document does not offer the chosen one
 */
record ReadCall(
    Permit permit,
    int ordinal,
    OperationValidator schemas,
    CallArguments arguments,
    Optional<BodyMedia> media) {

  ReadCall with(CallArguments other) {
    return new ReadCall(permit, ordinal, schemas, other, media);
  }
}

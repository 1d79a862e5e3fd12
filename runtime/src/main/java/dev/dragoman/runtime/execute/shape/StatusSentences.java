package dev.dragoman.runtime.execute.shape;

import java.util.Map;
import java.util.Optional;

/**
 * What a status means for an agent: RFC 9110 (section 15), 6585 (428, 431, 511), 4918 (423, 424,
 * 507), 5842 (508), 7725 (451), 8470 (425), and 529 of APIs that are overloaded.
 */
final class StatusSentences {
  private static final String LATE = "The API took too long. Request less, or try again later.";
  private static final String GATEWAY =
      "A gateway in front of the API did not get a valid response from it. Try again later.";

  private static final Map<Integer, String> CLIENT_ERRORS =
      Map.ofEntries(
          Map.entry(
              400,
              "The API rejected the request as invalid: the response body says why. Correct the"
                  + " arguments."),
          Map.entry(
              401,
              "The API did not accept the credential, or requires one. Retrying will not help: the"
                  + " person who set up this connection has to check the API key, and whether the"
                  + " API expects a word before it such as Token or Bearer: the key can be given"
                  + " with it, or the operator sets --auth-prefix."),
          Map.entry(
              402,
              "A payment is required or was declined: the account's plan or balance does not cover"
                  + " this call, or the response body says which payment failed. Retrying will not"
                  + " help until that has changed."),
          Map.entry(
              403,
              "The credential is valid but not allowed to do this. It needs another role or scope"
                  + " in the API; retrying will not help."),
          Map.entry(
              404,
              "Not found, or not visible to this credential. Check every id in the arguments,"
                  + " preferably by listing what exists."),
          Map.entry(405, "The API does not offer this operation here."),
          Map.entry(406, "The API cannot respond in a media type that the request accepts."),
          Map.entry(408, LATE),
          Map.entry(
              409,
              "This conflicts with the current state, or the resource already exists. Read it again"
                  + " before changing it."),
          Map.entry(410, "The resource has been permanently removed. Do not request it again."),
          Map.entry(
              411,
              "The API requires a request body of a known length. If the operation has an optional"
                  + " body, send it."),
          Map.entry(
              412,
              "A condition of the request does not hold: the resource has changed since the version"
                  + " in If-Match or If-Unmodified-Since, or exists although If-None-Match excludes"
                  + " that. Read it again and repeat the change with its new ETag."),
          Map.entry(413, "The request is too large. Send less, or send it in parts."),
          Map.entry(414, "The URL is too long. Send fewer or shorter values in path and query."),
          Map.entry(
              415,
              "The API does not support the media type of the request body. Choose another one with"
                  + " content_type if the operation offers several."),
          Map.entry(416, "The resource does not have the requested range."),
          Map.entry(
              421,
              "The request reached a server that is not responsible for this address. The operator"
                  + " has to check the base URL."),
          Map.entry(
              422,
              "The API understood the arguments but refused their values: the response body says"
                  + " which."),
          Map.entry(
              423,
              "The resource is locked. It can be changed once its lock is released by its owner or"
                  + " expires."),
          Map.entry(
              424,
              "Not done, because another action that this one depends on failed. Resolve that one"
                  + " first: the response body says which."),
          Map.entry(
              425,
              "The API did not process the request, because it arrived so early that it could be a"
                  + " replay. Send it again."),
          Map.entry(
              428,
              "The API requires a conditional request, so that no change by others is overwritten."
                  + " Read the resource, then send the change with the header If-Match set to its"
                  + " ETag."),
          Map.entry(
              431,
              "The header fields of the request are too large. Send fewer or shorter values in header"
                  + " and cookie parameters."),
          Map.entry(
              451,
              "Not available for legal reasons. Neither retrying nor another credential will help;"
                  + " tell the user."));

  private static final Map<Integer, String> SERVER_ERRORS =
      Map.ofEntries(
          Map.entry(501, "The API does not implement this operation."),
          Map.entry(502, GATEWAY),
          Map.entry(503, "The API is not available."),
          Map.entry(504, LATE),
          Map.entry(
              507,
              "The API does not have enough storage for this. Retrying will not help until something"
                  + " has been deleted or the storage extended."),
          Map.entry(
              508,
              "The API found an infinite loop in what the request refers to. Retrying will not help:"
                  + " remove the cycle, or request less depth."),
          Map.entry(
              511,
              "A network between this server and the API requires a sign-in: the response is not the"
                  + " API's. The operator has to give this server access to the network."),
          Map.entry(529, "The API is overloaded."));

  private StatusSentences() {}

  /** The sentences for a status; empty if it has none of its own. */
  static Optional<String> of(int status) {
    return Optional.ofNullable((status < 500 ? CLIENT_ERRORS : SERVER_ERRORS).get(status));
  }
}

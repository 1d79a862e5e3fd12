package dev.dragoman.generator.vendor;

import java.util.Objects;

/**
 * What messages about fetching advise, in the words of the front end; each a sentence or two.
 *
 * @param source how to name a source
 * @param network what to check if a host cannot be reached
 * @param offline how to allow fetching, if it is not
 * @param credentials how to give the credentials that a host asks for
 * @param limit how to allow a larger document
 */
public record FetchAdvice(
    String source, String network, String offline, String credentials, String limit) {
  /** The advice for goals of Maven. */
  public static final FetchAdvice MAVEN =
      new FetchAdvice(
          "Set -Ddragoman.source=URL-or-FILE; to refresh a vendored document, set"
              + " -Ddragoman.vendor=NAME.",
          "Check the URL, the network, and the proxies of settings.xml.",
          "Maven is offline: run without -o, or specify a file.",
          "Put credentials into a server in settings.xml and set -Ddragoman.serverId=ID.",
          "Raise the limit with -Ddragoman.maxBytes=N.");

  public FetchAdvice {
    Objects.requireNonNull(source);
    Objects.requireNonNull(network);
    Objects.requireNonNull(offline);
    Objects.requireNonNull(credentials);
    Objects.requireNonNull(limit);
  }
}

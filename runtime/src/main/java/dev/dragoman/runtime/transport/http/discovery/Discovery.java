package dev.dragoman.runtime.transport.http.discovery;

import dev.dragoman.runtime.transport.http.page.PageDocument;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The documents by which clients and directories find a server. Immutable; a document is written
 * when it is asked for, which takes as long as a few hundred bytes take.
 *
 * @param card what the server card says; empty if there is none
 * @param challenge the token by which a directory recognizes the operator; empty if there is none
 */
public record Discovery(Optional<CardFacts> card, Optional<String> challenge) {
  private static final String ENDPOINT = "/mcp";
  private static final String CARD = ENDPOINT + ServerCard.SUFFIX;
  private static final String CATALOG = "/.well-known/ai-catalog.json";

  /** Apps SDK, "Submit your app": domain verification. */
  private static final String CHALLENGE = "/.well-known/openai-apps-challenge";

  /** No documents. */
  public static final Discovery NONE = new Discovery(Optional.empty(), Optional.empty());

  /** The paths of the documents, in their normal form. */
  public Set<String> paths() {
    Set<String> paths = new LinkedHashSet<>();
    if (card.isPresent()) {
      paths.add(CARD);
      paths.add(CATALOG);
    }
    if (challenge.isPresent()) {
      paths.add(CHALLENGE);
    }
    return paths;
  }

  /**
   * Whether pages of every origin may read a document: those of a server that is public are public,
   * and others would tell any page that the server exists.
   */
  public boolean isForEveryone() {
    return card.flatMap(CardFacts::publicUrl).isPresent();
  }

  /**
   * The document at a path.
   *
   * @param path in its normal form
   * @param server the address under which a client has reached the server
   * @return empty if there is no such document
   */
  public Optional<PageDocument> document(String path, URI server) {
    return switch (path) {
      case CARD -> card.map(facts -> json(ServerCard.CARD_TYPE, of(facts, server).card()));
      case CATALOG -> card.map(facts -> json(ServerCard.CATALOG_TYPE, of(facts, server).catalog()));
      case CHALLENGE -> challenge.map(token -> PageDocument.of("text/plain", token, Map.of()));
      default -> Optional.empty();
    };
  }

  private static PageDocument json(String type, String text) {
    return PageDocument.of(type, text, Map.of());
  }

  private static ServerCard of(CardFacts facts, URI server) {
    return new ServerCard(facts, facts.publicUrl().orElseGet(() -> URI.create(server + ENDPOINT)));
  }
}

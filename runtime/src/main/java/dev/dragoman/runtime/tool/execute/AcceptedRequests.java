package dev.dragoman.runtime.tool.execute;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.catalog.Catalog;
import dev.dragoman.runtime.catalog.OperationCard;
import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.paging.LinkHeader;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import dev.dragoman.runtime.tool.CallArguments;
import dev.dragoman.runtime.tool.call.PreparedCall;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds the operation that reads the state of a request that the API has accepted and not yet
 * processed (RFC 9110, section 15.3.3). The URL in the response is never requested: it is taken
 * apart into an operation of the document and its arguments, which the guard decides about.
 */
final class AcceptedRequests {
  private static final int ACCEPTED = 202;
  private static final int LONGEST_URL = 4_000;

  /** The URL of the state comes before that of the result. */
  private static final List<String> HEADERS =
      List.of("operation-location", "azure-asyncoperation", "location");

  private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]+)}");

  private final OperationCalls calls;

  AcceptedRequests(OperationCalls calls) {
    this.calls = calls;
  }

  /** Where the state of an accepted request is. */
  sealed interface State {}

  /** An operation reads it. */
  record Found(OperationCard card, int ordinal, CallArguments given) implements State {
    Found {
      Objects.requireNonNull(card);
      Objects.requireNonNull(given);
    }
  }

  /**
   * No operation can read it.
   *
   * @param reason why, as a sentence without a period
   */
  record NotFound(String reason) implements State {
    NotFound {
      Objects.requireNonNull(reason);
    }
  }

  /** The state; empty if the response is another one, or says nothing about it. */
  Optional<State> state(PreparedCall call, ApiResponse response) {
    if (response.status() != ACCEPTED) {
      return Optional.empty();
    }
    return HEADERS.stream()
        .flatMap(name -> response.header(name).stream().map(url -> state(call, name, url)))
        .findFirst();
  }

  private State state(PreparedCall call, String header, String url) {
    Optional<String> below =
        url.length() > LONGEST_URL ? Optional.empty() : calls.below(call, url.strip());
    if (below.isEmpty()) {
      return new NotFound("the URL in " + header + " is not below the base URL of the API");
    }
    String path = below.get().replaceFirst("(?s)[?#].*", "");
    Optional<Match> match = match(path);
    if (match.isEmpty()) {
      return new NotFound("the URL in " + header + " is not that of a reading operation");
    }
    return match.get().reading(calls.operations().catalog(), header, below.get());
  }

  /** Of several operations, the one with the longest literal path. */
  private Optional<Match> match(String path) {
    Catalog catalog = calls.operations().catalog();
    Match best = null;
    for (int ordinal = 0; ordinal < catalog.size(); ordinal++) {
      OperationCard card = catalog.card(ordinal);
      if (card.access() == AccessLevel.READ && card.method().equals("GET")) {
        Optional<Match> found = match(card, ordinal, path);
        if (found.isPresent() && (best == null || found.get().literal() > best.literal())) {
          best = found.get();
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private static Optional<Match> match(OperationCard card, int ordinal, String path) {
    Matcher variable = VARIABLE.matcher(card.path());
    StringBuilder pattern = new StringBuilder();
    List<String> names = new ArrayList<>();
    int end = 0;
    int literal = 0;
    while (variable.find()) {
      pattern.append(Pattern.quote(card.path().substring(end, variable.start()))).append("([^/]+)");
      names.add(variable.group(1));
      literal += variable.start() - end;
      end = variable.end();
    }
    literal += card.path().length() - end;
    pattern.append(Pattern.quote(card.path().substring(end))).append("/?");
    Matcher whole = Pattern.compile(pattern.toString()).matcher(path);
    if (!whole.matches()) {
      return Optional.empty();
    }
    List<Pair> values = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String value = whole.group(i + 1).replace("+", "%2B");
      values.add(new Pair(names.get(i), decoded(value)));
    }
    return Optional.of(new Match(card, ordinal, literal, values));
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }

  /**
   * An operation whose path is that of a URL.
   *
   * @param literal the characters of its path that are not variables
   * @param values the values of the variables
   */
  private record Match(OperationCard card, int ordinal, int literal, List<Pair> values) {

    State reading(Catalog catalog, String header, String url) {
      Map<String, String> arguments = new HashMap<>();
      for (JsonNode parameter : catalog.details(ordinal).path("parameters").values()) {
        String name = parameter.path("name").asString("");
        arguments.put(
            parameter.path("in").asString("") + " " + name,
            parameter.path("argument").asString(name));
      }
      ObjectNode given = JsonNodeFactory.instance.objectNode();
      values.forEach(
          pair ->
              given.put(arguments.getOrDefault("path " + pair.name(), pair.name()), pair.value()));
      for (Pair pair : LinkHeader.parameters(url)) {
        String argument = arguments.get("query " + pair.name());
        if (argument == null) {
          return new NotFound(
              "the URL in "
                  + header
                  + " has a parameter that "
                  + card.id()
                  + " does not have: "
                  + pair.name());
        }
        given.put(argument, pair.value());
      }
      return new Found(card, ordinal, new CallArguments(given, null, Optional.empty()));
    }
  }
}

package dev.dragoman.runtime.request;

import dev.dragoman.runtime.media.MediaRange;
import dev.dragoman.runtime.text.DisplayValue;
import dev.dragoman.runtime.text.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The arguments that an agent supplied for one call, and the problems found in them.
 *
 * <p>Reading continues after a problem, with a placeholder for the value, so that {@link #check}
 * can report every problem of the call at once. A JSON null counts as absent. An instance serves
 * one call on one thread.
 */
public final class Arguments {
  private static final String BODY = "body";
  private static final String CONTENT_TYPE = "content_type";
  private static final String MISSING = "is required";
  private static final int NAMES_SHOWN = 30;

  private final ObjectNode values;
  private final @Nullable JsonNode body;
  private final Set<String> asked = new LinkedHashSet<>();
  private final List<ArgumentProblem> problems = new ArrayList<>();
  private final @Nullable String contentType;
  private boolean bodyAsked;

  private Arguments(ObjectNode values, @Nullable JsonNode body, @Nullable String contentType) {
    this.values = values;
    this.body = body;
    this.contentType = contentType == null || contentType.isBlank() ? null : contentType.strip();
  }

  /**
   * The arguments of one call.
   *
   * @param values the parameters by argument name
   * @param body the request body, or null if the call has none
   */
  public static Arguments of(ObjectNode values, @Nullable JsonNode body) {
    return new Arguments(values, present(body), null);
  }

  /**
   * The arguments of a call that selects the media type of its body.
   *
   * @param contentType the media type that the agent chose for the body, or null to use the
   *     preferred one
   */
  public static Arguments of(
      ObjectNode values, @Nullable JsonNode body, @Nullable String contentType) {
    return new Arguments(values, present(body), contentType);
  }

  /** Like {@link #of}, for a body that may be JSON null and is then sent as such. */
  public static Arguments withBody(
      ObjectNode values, @Nullable JsonNode body, @Nullable String contentType) {
    return new Arguments(values, body, contentType);
  }

  /** A required parameter. */
  public RequiredValue required(String name) {
    asked.add(name);
    JsonNode value = present(values.get(name));
    if (value == null) {
      problem(name, MISSING);
    }
    return new RequiredValue(this::problem, name, text(name, value));
  }

  /** An optional parameter. */
  public OptionalValue optional(String name) {
    asked.add(name);
    return new OptionalValue(this::problem, name, text(name, present(values.get(name))));
  }

  /**
   * The optional parameters present in the call, by name; for operations with more parameters than
   * a record can have components.
   */
  public Map<String, JsonNode> others(String... names) {
    Map<String, JsonNode> present = new LinkedHashMap<>();
    for (String name : names) {
      JsonNode value = optional(name).asJson();
      if (value != null) {
        present.put(name, value);
      }
    }
    return present;
  }

  /** A required request body. */
  public RequiredValue requiredBody() {
    bodyAsked = true;
    if (body == null) {
      problem(BODY, MISSING);
    }
    return new RequiredValue(this::problem, BODY, text(BODY, body));
  }

  /** An optional request body. */
  public OptionalValue optionalBody() {
    bodyAsked = true;
    return new OptionalValue(this::problem, BODY, text(BODY, body));
  }

  /**
   * The media type in which to send the body: the one the agent chose, if the operation accepts it,
   * or the preferred one if the agent chose none. Any other choice is recorded as a problem. A
   * range such as {@code image/*} accepts every media type within it.
   */
  public String mediaType(String preferred, String... others) {
    if (contentType == null) {
      return preferred;
    }
    List<String> offered = new ArrayList<>(List.of(preferred));
    offered.addAll(List.of(others));
    Optional<String> same =
        offered.stream().filter(type -> type.equalsIgnoreCase(contentType)).findFirst();
    if (same.isPresent()) {
      return same.get();
    }
    for (String offer : offered) {
      if (MediaRange.matches(offer, contentType)) {
        return sent(offer, contentType);
      }
    }
    problem(
        CONTENT_TYPE,
        "expected one of "
            + String.join(", ", offered)
            + ", got "
            + DisplayValue.text(contentType));
    return preferred;
  }

  /** The document's spelling, including parameters, unless it is a range. */
  private String sent(String offer, String chosen) {
    if (!MediaRange.isRange(offer)) {
      return offer;
    }
    RequestRules.inHeader(chosen).ifPresent(problem -> problem(CONTENT_TYPE, problem));
    return chosen;
  }

  /** Records a problem; {@link #check} then refuses the call. */
  public void problem(String place, String message) {
    problems.add(new ArgumentProblem(place, message));
  }

  /**
   * Ends the reading.
   *
   * @throws InvalidArgumentsException if there is any problem, including unknown arguments and a
   *     body that the operation does not accept
   */
  public void check() {
    for (String name : values.propertyNames()) {
      if (!asked.contains(name)) {
        problem(name, unknown(name));
      }
    }
    if (!bodyAsked && body != null && !(body.isContainer() && body.isEmpty())) {
      problem(BODY, "this operation does not accept a body");
    }
    if (!problems.isEmpty()) {
      throw new InvalidArgumentsException(problems);
    }
  }

  private String unknown(String name) {
    String advice =
        NearestName.to(name, asked)
            .map(near -> "did you mean " + near + "?")
            .orElseGet(
                () ->
                    asked.isEmpty()
                        ? "it has no parameters"
                        : "its parameters are " + names(asked));
    String orBody = bodyAsked ? " (fields of the request body belong in body)" : "";
    return "is not a parameter of this operation; " + advice + orBody;
  }

  private static String names(Collection<String> names) {
    String shown = names.stream().limit(NAMES_SHOWN).collect(Collectors.joining(", "));
    return names.size() > NAMES_SHOWN
        ? shown + " and " + (names.size() - NAMES_SHOWN) + " more"
        : shown;
  }

  /** The value, after its strings have been checked. */
  private @Nullable JsonNode text(String place, @Nullable JsonNode value) {
    if (value != null) {
      UnicodeCheck.check(place, value, this::problem);
    }
    return value;
  }

  private static @Nullable JsonNode present(@Nullable JsonNode value) {
    return value == null || value.isNull() ? null : value;
  }
}

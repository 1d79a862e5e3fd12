package dev.dragoman.runtime.several;

import dev.dragoman.runtime.text.NearestName;
import dev.dragoman.runtime.tool.ForeignText;
import dev.dragoman.runtime.transport.http.Tags;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The APIs of a server.
 *
 * @param all in the order in which they were added
 */
public record Apis(List<Api> all) implements Tags {
  private static final int TAGS_SHOWN = 40;
  private static final int NEAREST = 5;

  public Apis {
    all = List.copyOf(all);
  }

  /** The API that a call is for, or why there is none. */
  sealed interface Named {}

  /** The API with the operation, or the one that the name names. */
  record Found(Api api) implements Named {}

  /**
   * No API, or more than one.
   *
   * @param message what is wrong and what to do
   */
  record Unclear(String message) implements Named {}

  /** The ids, in order. */
  public List<String> ids() {
    return all.stream().map(Api::id).toList();
  }

  /** The API with an id. */
  Optional<Api> byId(String id) {
    return all.stream().filter(api -> api.id().equals(id)).findFirst();
  }

  /**
   * The API of an operation, given by {@code id:operation}, or by the operation alone if only one
   * API has it.
   */
  Named of(String operation) {
    int colon = operation.indexOf(':');
    Optional<Api> named =
        colon < 0 ? Optional.empty() : byId(operation.substring(0, colon).strip());
    if (named.isPresent()) {
      return new Found(named.get());
    }
    List<Api> having =
        all.stream().filter(api -> api.operations().catalog().find(operation).isPresent()).toList();
    if (having.size() == 1) {
      return new Found(having.get(0));
    }
    return new Unclear(having.isEmpty() ? unknown(operation) : several(operation, having));
  }

  private static String several(String operation, List<Api> having) {
    return "Several APIs have an operation "
        + ForeignText.quoted(operation, 120)
        + "; nothing was sent. Say which: "
        + having.stream()
            .map(api -> ForeignText.line(ApiId.prefix(api.id()) + operation))
            .collect(Collectors.joining(" or "))
        + ".";
  }

  private String unknown(String operation) {
    String nearest = String.join(", ", nearest(operation));
    return "There is no operation "
        + ForeignText.quoted(operation, 120)
        + " in the APIs of this server ("
        + String.join(", ", ids())
        + "); nothing was sent. "
        + (nearest.isEmpty()
            ? "Use search to find it."
            : "Did you mean " + nearest + "? If not, use search.");
  }

  /**
   * What an unknown name may mean: what it is most likely a misspelling of in any API, then the
   * best suggestions of each API in turn.
   */
  private List<String> nearest(String operation) {
    Map<String, Api> similar = new LinkedHashMap<>();
    all.forEach(
        api ->
            api.operations()
                .similarName(operation)
                .ifPresent(name -> similar.putIfAbsent(name, api)));
    Stream<String> misspelled =
        NearestName.to(operation, similar.keySet()).map(similar::get).stream()
            .flatMap(api -> api.operations().nearest(operation).stream().limit(1));
    List<List<String>> own = all.stream().map(api -> api.operations().nearest(operation)).toList();
    Stream<String> inTurn =
        IntStream.range(0, NEAREST)
            .boxed()
            .flatMap(
                place -> own.stream().filter(ids -> ids.size() > place).map(ids -> ids.get(place)));
    return Stream.concat(misspelled, inTurn).distinct().limit(NEAREST).toList();
  }

  /** A tag that at least one API has; in each of them it is found in any case. */
  @Override
  public Optional<String> find(String name) {
    return all.stream()
        .flatMap(api -> api.tag(name).stream())
        .findFirst()
        .map(spelled -> name.contains(":") ? name : spelled);
  }

  @Override
  public String list() {
    int shown = Math.max(1, TAGS_SHOWN / Math.max(1, all.size()));
    return all.stream()
        .filter(api -> !api.operations().tags().isEmpty())
        .map(api -> api.id() + ": " + api.operations().tagList(shown))
        .collect(Collectors.joining("; "));
  }

  /** The id of an operation by any of its names; empty if it is not known. */
  public Optional<String> id(String operation) {
    return Stream.of(of(operation))
        .filter(Found.class::isInstance)
        .map(found -> ((Found) found).api().operations().catalog())
        .filter(catalog -> catalog.find(operation).isPresent())
        .map(catalog -> catalog.card(catalog.find(operation).getAsInt()).id())
        .findFirst();
  }
}

package dev.dragoman.generator.plan.paging;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.MediaTypeModel;
import dev.dragoman.generator.model.ParameterModel.In;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.PagingPlan.Place;
import dev.dragoman.generator.plan.ParameterPlan;
import dev.dragoman.runtime.media.MediaChoice;
import dev.dragoman.runtime.media.MediaKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The parameters of an operation, and the members of its JSON body, in which a position can be
 * sent. Those of the body come first: if both are declared, the API reads the body.
 */
final class Positions {
  /** What names of headers often begin with. */
  private static final String PREFIX = "(?i)^x-(?:ms-)?";

  private final List<Position> all;

  private Positions(List<Position> all) {
    this.all = List.copyOf(all);
  }

  /** The positions of an operation. */
  static Positions of(BodyShape shape, OperationPlan operation) {
    List<Position> all = new ArrayList<>();
    operation
        .body()
        .map(body -> body.media())
        .filter(media -> MediaChoice.kind(media.name()) == MediaKind.JSON)
        .ifPresent(media -> addBody(shape, media, all));
    Stream.of(operation.parameters(), operation.others())
        .flatMap(Collection::stream)
        .filter(one -> one.model().in() == In.QUERY || one.model().in() == In.HEADER)
        .map(Positions::ofParameter)
        .forEach(all::add);
    return new Positions(all);
  }

  private static Position ofParameter(ParameterPlan plan) {
    boolean isHeader = plan.model().in() == In.HEADER;
    return new Position(
        isHeader ? Place.HEADER : Place.QUERY,
        plan.name(),
        plan.argument(),
        Set.of(PagingNames.plain(isHeader ? plan.name().replaceFirst(PREFIX, "") : plan.name())),
        plan.model().schema(),
        plan.description(),
        plan.model().deprecated() || isDeprecated(plan.description()));
  }

  private static boolean isDeprecated(String description) {
    return description.regionMatches(true, 0, "deprecated", 0, 10)
        || description.contains("DEPRECATED");
  }

  private static void addBody(BodyShape shape, MediaTypeModel media, List<Position> into) {
    Map<String, Json> members = shape.members(media.schema());
    members.forEach(
        (name, schema) -> {
          String plain = PagingNames.plain(name);
          BodyPath path = BodyPath.ROOT.member(name);
          into.add(member(shape, path, schema, Set.of(plain)));
          if (PagingNames.WRAPPER.matcher(plain).matches()) {
            shape
                .members(schema)
                .forEach(
                    (inner, value) -> {
                      String own = PagingNames.plain(inner);
                      Set<String> names = Set.copyOf(List.of(own, plain + own));
                      into.add(member(shape, path.member(inner), value, names));
                    });
          }
        });
  }

  private static Position member(BodyShape shape, BodyPath path, Json schema, Set<String> names) {
    String description = shape.text(schema, "description").orElse("");
    return new Position(
        Place.BODY,
        path.text(),
        path.text(),
        names,
        schema,
        description,
        shape.value(schema, "deprecated").filter(Positions::isTrue).isPresent()
            || isDeprecated(description));
  }

  private static boolean isTrue(Json value) {
    return value instanceof Json.Bool bool && bool.value();
  }

  /** The one with a name on the wire, or for agents. */
  Optional<Position> named(String name, Optional<Place> place) {
    return all.stream()
        .filter(one -> one.name().equals(name) || one.argument().equals(name))
        .filter(one -> place.isEmpty() || place.get() == one.place())
        .findFirst();
  }

  /** The names on the wire. */
  List<String> names(Optional<Place> place) {
    return all.stream()
        .filter(one -> place.isEmpty() || place.get() == one.place())
        .map(Position::name)
        .toList();
  }

  /**
   * The first with one of these names, the names in their order; a deprecated one only if there is
   * no other.
   */
  Optional<Position> first(Collection<String> names, Predicate<Position> condition) {
    for (boolean deprecated : new boolean[] {false, true}) {
      Optional<Position> found =
          names.stream()
              .flatMap(name -> all.stream().filter(one -> one.isNamed(name)))
              .filter(one -> one.deprecated() == deprecated && condition.test(one))
              .findFirst();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}

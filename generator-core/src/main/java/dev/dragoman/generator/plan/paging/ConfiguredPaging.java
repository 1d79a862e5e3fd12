package dev.dragoman.generator.plan.paging;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.options.PagingChoice;
import dev.dragoman.generator.options.PagingChoice.Value;
import dev.dragoman.generator.plan.PagingPlan;
import dev.dragoman.generator.plan.PagingPlan.End;
import dev.dragoman.generator.plan.PagingPlan.Kind;
import dev.dragoman.generator.plan.PagingPlan.Place;
import dev.dragoman.generator.plan.PagingPlan.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** How an operation pages, as the operator says it; what is not said is taken from its shape. */
final class ConfiguredPaging {
  private final OperationShape operation;
  private final PagingChoice choice;
  private final Optional<PagingPlan> recognized;
  private final PagingFaults faults;

  ConfiguredPaging(
      OperationShape operation,
      PagingChoice choice,
      Optional<PagingPlan> recognized,
      PagingFaults faults) {
    this.operation = operation;
    this.choice = choice;
    this.recognized = recognized;
    this.faults = faults;
  }

  /** The plan; empty if the operation has no pages, or a setting is wrong, which is reported. */
  Optional<PagingPlan> plan() {
    if (choice.isNone()) {
      return Optional.empty();
    }
    Optional<Kind> kind = kind();
    Optional<Place> place = place();
    Optional<Position> parameter = parameter(kind, place);
    Optional<String> items = items();
    // Of an unknown kind, the rest is checked all the same, so that all problems are reported.
    Kind assumed = kind.orElse(Kind.LINK);
    Optional<String> field = field(assumed);
    Place where = parameter.map(Position::place).or(() -> place).orElse(Place.QUERY);
    PagingPlan plan =
        new PagingPlan(
            assumed,
            where,
            parameter.map(Position::name).orElse(""),
            parameter.map(Position::argument).orElse(""),
            field.orElse(""),
            items.orElse(""),
            first(assumed, parameter),
            size(where),
            end());
    return faults.isEmpty() ? Optional.of(plan) : Optional.empty();
  }

  private Optional<Kind> kind() {
    Optional<Value> given = choice.get("kind");
    if (given.isEmpty() && recognized.isEmpty()) {
      faults.add(
          choice.location(),
          "\"paging\" needs a \"kind\", because the document does not show how pages follow each"
              + " other",
          "It is " + words() + ".");
    }
    Optional<Kind> found =
        given.isEmpty()
            ? recognized.map(PagingPlan::kind)
            : Arrays.stream(Kind.values())
                .filter(one -> one.word().equals(given.get().text()))
                .findFirst();
    if (given.isPresent() && found.isEmpty()) {
      faults.add(
          given.get().location(),
          "\"kind\" must be " + words(),
          faults.near(given.get().text(), Arrays.stream(Kind.values()).map(Kind::word).toList()));
    }
    return found;
  }

  private static String words() {
    return String.join(", ", Arrays.stream(Kind.values()).map(Kind::word).toList())
        + " or "
        + PagingChoice.NONE;
  }

  private Optional<Place> place() {
    Optional<Value> given = choice.get("in");
    Optional<Place> found =
        given.flatMap(
            value ->
                Arrays.stream(Place.values())
                    .filter(one -> one.word().equals(value.text()))
                    .findFirst());
    if (given.isPresent() && found.isEmpty()) {
      faults.add(given.get().location(), "\"in\" must be query, body or header", "");
    }
    return found;
  }

  /** The parameter; one that the operation does not have is reported. */
  private Optional<Position> parameter(Optional<Kind> kind, Optional<Place> place) {
    Optional<Value> given =
        choice
            .get("parameter")
            .or(() -> recognized.map(plan -> new Value(plan.parameter(), choice.location())))
            .filter(value -> !value.text().isEmpty());
    if (given.isEmpty()) {
      if (kind.filter(one -> one != Kind.LINK && one != Kind.URL).isPresent()) {
        faults.add(choice.location(), "\"paging\" needs a \"parameter\" for the next page", "");
      }
      return Optional.empty();
    }
    return position("parameter", given.get(), place);
  }

  private Optional<Position> position(String setting, Value given, Optional<Place> place) {
    Optional<Position> found = operation.positions().named(given.text(), place);
    if (found.isEmpty()) {
      faults.add(
          given.location(),
          "\""
              + setting
              + "\" names \""
              + given.text()
              + "\", which is not a parameter"
              + place.map(where -> " in the " + where.word()).orElse(""),
          faults.near(given.text(), operation.positions().names(place)));
    }
    return found;
  }

  private Optional<String> items() {
    Optional<Value> given = choice.get("items");
    Optional<String> known =
        recognized
            .map(PagingPlan::items)
            .or(() -> operation.lists().chosen().map(list -> list.path().text()));
    if (given.isPresent()) {
      return path("items", given.get(), operation.body(), true);
    } else if (known.isEmpty()) {
      faults.add(
          choice.location(),
          "\"paging\" needs \"items\", because it is not clear which list of the response contains"
              + " them",
          "It is the path of the list; \"\" is the response itself.");
    }
    return known;
  }

  private Optional<String> field(Kind kind) {
    boolean isNeeded = kind == Kind.CURSOR || kind == Kind.LAST_ITEM || kind == Kind.URL;
    Optional<Value> given = choice.get("field").filter(value -> isNeeded);
    if (given.isPresent()) {
      Optional<Json> from = kind == Kind.LAST_ITEM ? operation.item(itemsPath()) : operation.body();
      return path("field", given.get(), from, false);
    }
    Optional<String> known = recognized.filter(plan -> plan.kind() == kind).map(PagingPlan::field);
    if (isNeeded && known.isEmpty()) {
      faults.add(
          choice.location(),
          "\"paging\" of kind " + kind.word() + " needs a \"field\"",
          kind == Kind.LAST_ITEM
              ? "It is the member of an item that identifies it."
              : "It is the path of the value or URL for the next page in the response.");
    }
    return isNeeded ? known : Optional.of("");
  }

  private String itemsPath() {
    return choice
        .get("items")
        .map(Value::text)
        .or(() -> recognized.map(PagingPlan::items))
        .or(() -> operation.lists().chosen().map(list -> list.path().text()))
        .orElse("");
  }

  private long first(Kind kind, Optional<Position> parameter) {
    Optional<Value> given = choice.get("first");
    if (given.isPresent()) {
      return number("first", given.get()).orElse(0);
    }
    return recognized
        .filter(plan -> plan.kind() == kind)
        .map(PagingPlan::first)
        .or(() -> parameter.map(one -> operation.numbers().first(one, kind == Kind.PAGE ? 1 : 0)))
        .orElse(0L);
  }

  private OptionalLong number(String setting, Value given) {
    if (given.text().matches("\\d{1,18}")) {
      return OptionalLong.of(Long.parseLong(given.text()));
    }
    faults.add(given.location(), "\"" + setting + "\" must be a whole number", "");
    return OptionalLong.empty();
  }

  private Optional<Size> size(Place place) {
    Optional<Size> known = recognized.flatMap(PagingPlan::size);
    Optional<Value> given = choice.get("size");
    Optional<Size> size =
        given.isEmpty()
            ? known
            : position("size", given.get(), Optional.of(place))
                .map(one -> new Size(one.argument(), operation.numbers().max(one)));
    Optional<Value> max = choice.get("sizeMax");
    return max.isEmpty()
        ? size
        : size.map(one -> new Size(one.argument(), number("sizeMax", max.get())));
  }

  private End end() {
    return new End(
        member("more", recognized.flatMap(plan -> plan.end().more())),
        member("last", recognized.flatMap(plan -> plan.end().last())),
        member("total", recognized.flatMap(plan -> plan.end().total())));
  }

  private Optional<String> member(String setting, Optional<String> known) {
    Optional<Value> given = choice.get(setting);
    return given.isEmpty() ? known : path(setting, given.get(), operation.body(), false);
  }

  /** A path in the response, if the schema allows it. */
  private Optional<String> path(
      String setting, Value given, Optional<Json> from, boolean isToList) {
    List<String> names = BodyPath.parsed(given.text()).names();
    Optional<OperationShape.PathFault> fault =
        from.flatMap(schema -> operation.fault(schema, names, isToList));
    fault.ifPresent(
        found ->
            faults.add(
                given.location(),
                "\"" + setting + "\" names \"" + given.text() + "\", " + found.text(),
                found.known().isEmpty() ? "" : faults.near(found.name(), found.known())));
    return fault.isPresent() ? Optional.empty() : Optional.of(given.text());
  }
}

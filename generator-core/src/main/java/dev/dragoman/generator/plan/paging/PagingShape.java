package dev.dragoman.generator.plan.paging;

import dev.dragoman.generator.plan.PagingPlan;
import dev.dragoman.generator.plan.PagingPlan.End;
import dev.dragoman.generator.plan.PagingPlan.Kind;
import dev.dragoman.generator.plan.PagingPlan.Place;
import dev.dragoman.generator.plan.PagingPlan.Size;
import dev.dragoman.generator.plan.paging.PagingSearch.Reason;
import dev.dragoman.generator.plan.paging.ResponseTree.Member;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Decides how one operation pages, when its positions and its list are known. */
final class PagingShape {
  private static final Pattern NAMES_ID =
      Pattern.compile("(?i)\\b(?:id|ID|identifier|object)\\b|\\w_id\\b");

  private static final Pattern NAMES_LINK = Pattern.compile("(?i)\\bLink`? (?:response )?header");

  /** An offset that is compared with a number of the items is not a number of items. */
  private static final Pattern OF_VALUE = Pattern.compile("(?i)\\bgreater than\\b");

  private static final Pattern OF_PAGE =
      Pattern.compile("(?i)\\bpages\\b|\\b(?:this|current|the) page\\b|\\breturned\\b");

  private final BodyShape shape;
  private final Positions positions;
  private final List<Member> members;
  private final Member list;
  private final boolean isLinked;
  private final boolean isSearch;
  private final NumberRange numbers;
  private final Optional<Position> cursor;

  /**
   * Creates the shape of an operation.
   *
   * @param list the member of its response that contains the items
   */
  PagingShape(OperationShape operation, Member list) {
    this.shape = operation.shape();
    this.positions = operation.positions();
    this.members = operation.members();
    this.list = list;
    this.isLinked = operation.isLinked();
    this.isSearch = operation.isSearch();
    this.numbers = operation.numbers();
    this.cursor = first(PagingNames.CURSOR, one -> !shape.isTime(one.schema()));
  }

  /** How it pages, or why this is not known. */
  PagingSearch find() {
    Optional<PagingPlan> sure = byCursor().or(this::byToken);
    Optional<PagingPlan> found =
        sure.isPresent() || !isSearch
            ? sure
            : byLastItem().or(this::byNumber).or(this::byLink).or(this::byUrl).or(this::byText);
    return found
        .map(PagingSearch::found)
        .orElseGet(
            () ->
                PagingSearch.not(
                    !isSearch
                        ? Reason.NOT_A_READ
                        : cursor.isPresent() ? Reason.NO_NEXT : Reason.NO_POSITION));
  }

  private Optional<PagingPlan> byCursor() {
    return cursor.flatMap(
        parameter ->
            next(parameter)
                .filter(field -> isSearch || !field.isUncertain())
                .filter(field -> !shape.isNumber(parameter.schema()) || isFor(field, parameter))
                .map(field -> plan(Kind.CURSOR, parameter, field.path().text(), 0)));
  }

  /** A cursor that is a number is in the response as a number, or in a URL. */
  private static boolean isFor(NextField field, Position parameter) {
    return field.number() || field.url() || parameter.names().contains("cursor");
  }

  private Optional<NextField> next(Position parameter) {
    return parameter.names().stream()
        .flatMap(name -> NextField.of(shape, members, name).stream())
        .min(Comparator.comparingInt(NextField::rank));
  }

  /** A page or offset that the response says: a number, or a value for a string. */
  private Optional<PagingPlan> byToken() {
    return numbered()
        .flatMap(
            parameter ->
                next(parameter)
                    .filter(field -> isValueFor(field, parameter))
                    .map(field -> plan(Kind.CURSOR, parameter, field.path().text(), 0)));
  }

  /** An API may return the request's own number, but hardly its own text. */
  private boolean isValueFor(NextField field, Position parameter) {
    boolean isText = !numbers.isCounted(parameter) && !field.number();
    return field.isUncertain()
        ? isText && parameter.isNamed("offset")
        : field.number() || !numbers.isCounted(parameter);
  }

  private Optional<Position> numbered() {
    return page().or(this::offset);
  }

  private Optional<Position> page() {
    return first(PagingNames.PAGE, one -> !shape.isTime(one.schema()));
  }

  private Optional<Position> offset() {
    return first(PagingNames.OFFSET, one -> !shape.isTime(one.schema()));
  }

  private Optional<PagingPlan> byLastItem() {
    return cursor
        .filter(parameter -> parameter.names().stream().anyMatch(PagingNames.AFTER_ITEM::contains))
        .filter(
            parameter ->
                parameter.names().stream().anyMatch(PagingNames.ONLY_AFTER_ITEM::contains)
                    || flag(PagingNames.MORE).isPresent()
                    || NAMES_ID.matcher(parameter.description()).find())
        .filter(parameter -> !isOfLink(parameter))
        .flatMap(
            parameter ->
                new ItemLists(shape).id(list).map(id -> plan(Kind.LAST_ITEM, parameter, id, 0)));
  }

  private static boolean isOfLink(Position parameter) {
    return NAMES_LINK.matcher(parameter.description()).find();
  }

  private Optional<PagingPlan> byNumber() {
    return page()
        .filter(numbers::isCounted)
        .filter(parameter -> !parameter.deprecated() || cursor.isEmpty())
        .map(parameter -> plan(Kind.PAGE, parameter, "", numbers.first(parameter, 1)))
        .or(
            () ->
                offset()
                    .filter(numbers::isCounted)
                    .filter(this::isOffset)
                    .map(at -> plan(Kind.OFFSET, at, "", numbers.first(at, firstOf(at)))));
  }

  /** SCIM counts from one (RFC 7644, section 3.4.2.4), and so do positions of rows. */
  private static long firstOf(Position offset) {
    return offset.isNamed("startposition") ? 1 : 0;
  }

  /** {@code start} and {@code from} are often the start of a period: then there is no size. */
  private boolean isOffset(Position parameter) {
    boolean isVague = parameter.isNamed("from") || parameter.isNamed("start");
    return (!isVague || size(parameter.place()).isPresent())
        && !OF_VALUE.matcher(parameter.description()).find();
  }

  private Optional<PagingPlan> byLink() {
    boolean isBody = list.path().length() == 0;
    Optional<PagingPlan> withCursor =
        cursor
            .filter(parameter -> isLinked || isBody || isOfLink(parameter))
            .filter(parameter -> parameter.place() == Place.QUERY)
            .map(parameter -> plan(Kind.LINK, parameter, "", 0));
    boolean isSure = isLinked && (isBody || size(Place.QUERY).isPresent());
    return withCursor.or(() -> isSure ? Optional.of(plan(Kind.LINK, "", 0)) : Optional.empty());
  }

  private Optional<PagingPlan> byUrl() {
    return NextField.of(shape, members, "")
        .filter(NextField::url)
        .map(field -> plan(Kind.URL, field.path().text(), 0));
  }

  /** Numbers that are declared as strings without any hint. */
  private Optional<PagingPlan> byText() {
    return page().map(parameter -> plan(Kind.PAGE, parameter, "", numbers.first(parameter, 1)));
  }

  private Optional<Position> first(List<String> names, Predicate<Position> condition) {
    return positions.first(names, one -> shape.isScalar(one.schema()) && condition.test(one));
  }

  private PagingPlan plan(Kind kind, String field, long first) {
    return new PagingPlan(
        kind, Place.QUERY, "", "", field, list.path().text(), first, size(Place.QUERY), end());
  }

  private PagingPlan plan(Kind kind, Position parameter, String field, long first) {
    return new PagingPlan(
        kind,
        parameter.place(),
        parameter.name(),
        parameter.argument(),
        field,
        list.path().text(),
        first,
        size(parameter.place()),
        end());
  }

  private Optional<Size> size(Place place) {
    return first(
            PagingNames.SIZE, one -> one.place() == place && !shape.types(one.schema()).isEmpty())
        .map(one -> new Size(one.argument(), numbers.max(one)));
  }

  private End end() {
    Optional<String> total =
        members.stream()
            .filter(member -> PagingNames.TOTAL.contains(member.plain()) && isBesideList(member))
            .filter(member -> shape.isNumber(member.schema()))
            .filter(member -> !OF_PAGE.matcher(description(member)).find())
            .findFirst()
            .map(member -> member.path().text());
    return new End(flag(PagingNames.MORE), flag(PagingNames.LAST), total);
  }

  /** Whether a member is in an object around the list, or in one that is about pages. */
  private boolean isBesideList(Member member) {
    List<String> around = list.path().names();
    List<String> names = member.path().names();
    int shared = 0;
    while (shared < Math.min(around.size(), names.size())
        && around.get(shared).equals(names.get(shared))) {
      shared++;
    }
    return names.subList(shared, names.size() - 1).stream()
        .allMatch(name -> PagingNames.isAboutPages(PagingNames.plain(name)));
  }

  private String description(Member member) {
    return shape.text(member.schema(), "description").orElse("");
  }

  private Optional<String> flag(Set<String> names) {
    return members.stream()
        .filter(member -> names.contains(member.plain()) && isBesideList(member))
        .filter(member -> shape.isBoolean(member.schema()))
        .findFirst()
        .map(member -> member.path().text());
  }
}

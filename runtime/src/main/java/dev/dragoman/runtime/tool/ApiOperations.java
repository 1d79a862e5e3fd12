package dev.dragoman.runtime.tool;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.OperationGroup;
import dev.dragoman.runtime.OperationHandler;
import dev.dragoman.runtime.SecurityScheme;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.catalog.Catalog;
import dev.dragoman.runtime.catalog.OperationCard;
import dev.dragoman.runtime.guard.OperationFacts;
import dev.dragoman.runtime.paging.ReservedNames;
import dev.dragoman.runtime.search.SearchIndex;
import dev.dragoman.runtime.text.NearestName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The generated parts of an API, each loaded on first use: the catalog, the search index and the
 * groups of handlers. Thread-safe.
 */
public final class ApiOperations implements OperationFacts {
  /** The path of the search index below the resource root. */
  public static final String INDEX_RESOURCE = ServerIndex.INDEX;

  private static final int NEAREST = 5;

  private final ServerDefinition definition;
  private final String prefix;
  private final Supplier<Catalog> catalog;
  private final Supplier<SearchIndex> index;
  private final Supplier<Map<String, Integer>> tags;
  private final Supplier<OrganizationArguments> organizations =
      Lazy.of(() -> new OrganizationArguments(this));
  private final Map<Integer, OperationGroup> groups = new ConcurrentHashMap<>();

  /**
   * Creates the operations of an API. Only what search needs may start to load in the background.
   */
  public ApiOperations(ServerDefinition definition) {
    this(definition, "");
  }

  /**
   * Creates the operations of one of several APIs of a server.
   *
   * @param prefix names the API before the id of each operation; may be empty
   */
  public ApiOperations(ServerDefinition definition, String prefix) {
    this.definition = definition;
    this.prefix = prefix;
    catalog =
        Lazy.of(() -> Catalog.of(definition.resources(), "/" + definition.resourceRoot(), prefix));
    index = new ServerIndex(definition);
    tags = Lazy.of(() -> catalog().tags());
  }

  public ServerDefinition definition() {
    return definition;
  }

  /** The flag for a setting of this API: {@code --base-url}, or {@code --polar-base-url}. */
  public String flag(String word) {
    return "--" + prefix.replace(':', '-') + word;
  }

  /** The catalog, opened on first use. */
  public Catalog catalog() {
    return catalog.get();
  }

  /** The operator's settings for the API's organization parameters. */
  public OrganizationArguments organizations() {
    return organizations.get();
  }

  /** The query parameters that are never taken from an API's URL. */
  public ReservedNames reservedNames() {
    Stream<String> keys =
        definition.securitySchemes().stream()
            .filter(SecurityScheme.ApiKey.class::isInstance)
            .map(SecurityScheme.ApiKey.class::cast)
            .filter(key -> key.in() == SecurityScheme.Location.QUERY)
            .map(SecurityScheme.ApiKey::parameter);
    return new ReservedNames(
        Stream.concat(keys, definition.organizationParameters().stream())
            .collect(Collectors.toSet()));
  }

  @Override
  public boolean takesOrganization(Operation operation) {
    OptionalInt ordinal = catalog().find(operation.id());
    return ordinal.isPresent() && organizations().taken(ordinal.getAsInt());
  }

  @Override
  public String tag(Operation operation) {
    OptionalInt ordinal = catalog().find(operation.id());
    return ordinal.isPresent() ? catalog().card(ordinal.getAsInt()).tag() : "";
  }

  /** By ordinal, the operations to which the URL of a caller's connection is limited. */
  public IntPredicate within(Caller caller) {
    Optional<String> tag = caller.tag();
    return tag.isEmpty()
        ? ordinal -> true
        : ordinal -> tag.get().equals(catalog().card(ordinal).tag());
  }

  /** The search index, as good as it is by now. */
  public SearchIndex index() {
    return index.get();
  }

  /** The operations that match a query best, best first. */
  public List<OperationCard> search(String query, IntPredicate filter, int limit) {
    return index().search(query, filter, limit).stream()
        .map(hit -> catalog().card(hit.ordinal()))
        .toList();
  }

  /** Ids that resemble an unknown name, for the message about it: a misspelled one comes first. */
  public List<String> nearest(String operation) {
    Stream<OperationCard> spelled =
        similarName(operation).stream()
            .flatMapToInt(near -> catalog().find(near).stream())
            .mapToObj(ordinal -> catalog().card(ordinal));
    String words = catalog().withoutPrefix(operation).replaceAll("[^\\p{L}\\p{N}]+", " ");
    return Stream.concat(spelled, search(words, ordinal -> true, NEAREST).stream())
        .map(OperationCard::id)
        .distinct()
        .limit(NEAREST)
        .toList();
  }

  /** The id, former id or route that an unknown name resembles most, if it may be a misspelling. */
  public Optional<String> similarName(String operation) {
    return NearestName.to(catalog().withoutPrefix(operation), catalog().names());
  }

  /** The number of operations of each tag, by the tag's name. */
  public Map<String, Integer> tags() {
    return tags.get();
  }

  /**
   * The handler of an operation.
   *
   * @throws IllegalStateException if catalog and handlers were not generated together
   */
  public OperationHandler handler(OperationCard card) {
    OperationHandler handler =
        groups
            .computeIfAbsent(card.group(), number -> definition.groups().apply(number))
            .find(catalog().withoutPrefix(card.id()));
    if (handler == null) {
      throw new IllegalStateException("no handler for " + card.id() + "; rebuild the server");
    }
    return handler;
  }

  /** An operation as the guard sees it when search lists it; does not load its handler. */
  public static Operation listed(OperationCard card) {
    return new Operation(
        card.id(),
        card.method(),
        card.path(),
        card.access(),
        Optional.empty(),
        card.authModes(),
        card.scopes());
  }

  /** A tag as the document spells it, by its name in any case. */
  public Optional<String> findTag(String name) {
    return tags().keySet().stream().filter(tag -> sameTag(tag, name)).findFirst();
  }

  /** The tags with the most operations, as a sentence fragment for a result. */
  public String tagList(int limit) {
    Map<String, Integer> counts = tags();
    List<String> shown =
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(limit)
            .map(tag -> ForeignText.quoted(tag.getKey(), 60) + " (" + tag.getValue() + ")")
            .toList();
    String more = counts.size() > limit ? " and " + (counts.size() - limit) + " more" : "";
    return String.join(", ", shown) + more;
  }

  /** Whether two tag names are equal for a caller, who may write them in another case. */
  public static boolean sameTag(String left, String right) {
    return left.toLowerCase(Locale.ROOT).equals(right.toLowerCase(Locale.ROOT));
  }
}

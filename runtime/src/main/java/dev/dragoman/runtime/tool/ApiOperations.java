package dev.dragoman.runtime.tool;

import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.OperationGroup;
import dev.dragoman.runtime.OperationHandler;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.catalog.Catalog;
import dev.dragoman.runtime.catalog.OperationCard;
import dev.dragoman.runtime.search.SearchIndex;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/**
 * What the generator wrote of an API, each part loaded when it is first asked for: the catalog, the
 * search index, the groups of handlers. Thread-safe.
 */
public final class ApiOperations {
  /** Where the search index lies below the resource root. */
  public static final String INDEX_RESOURCE = ServerIndex.INDEX;

  private final ServerDefinition definition;
  private final Supplier<Catalog> catalog;
  private final Supplier<SearchIndex> index;
  private final Supplier<Map<String, Integer>> tags;
  private final Supplier<OrganizationArguments> organizations =
      Lazy.of(() -> new OrganizationArguments(this));
  private final Map<Integer, OperationGroup> groups = new ConcurrentHashMap<>();

  /** The operations of an API; what search needs may load in the background, nothing else yet. */
  public ApiOperations(ServerDefinition definition) {
    this.definition = definition;
    catalog = Lazy.of(() -> Catalog.of(definition.resources(), "/" + definition.resourceRoot()));
    index = new ServerIndex(definition);
    tags = Lazy.of(() -> catalog().tags());
  }

  public ServerDefinition definition() {
    return definition;
  }

  /** The catalog, opened when first asked for. */
  public Catalog catalog() {
    return catalog.get();
  }

  /** What the operator said of the API's parameters for organizations. */
  public OrganizationArguments organizations() {
    return organizations.get();
  }

  /** Whether an operation declares one of the {@code organizationParameters}. */
  public boolean takesOrganization(Operation operation) {
    OptionalInt ordinal = catalog().find(operation.id());
    return ordinal.isPresent() && organizations().taken(ordinal.getAsInt());
  }

  /** The best operations for a query, the best first. */
  public List<OperationCard> search(String query, IntPredicate filter, int limit) {
    return index.get().search(query, filter, limit).stream()
        .map(hit -> catalog().card(hit.ordinal()))
        .toList();
  }

  /** Ids that an unknown name may have meant. */
  List<String> nearest(String name) {
    String words = name.replaceAll("[^\\p{L}\\p{N}]+", " ");
    return search(words, ordinal -> true, 5).stream().map(OperationCard::id).toList();
  }

  /** How many operations each tag has, by the tag's name. */
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
            .find(card.id());
    if (handler == null) {
      throw new IllegalStateException("no handler for " + card.id() + "; build the server again");
    }
    return handler;
  }

  /** An operation as the guard sees it when search lists it: no handler is loaded for that. */
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

  /** The tags with the most operations, as words for an answer. */
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

  /** Whether two tags are the same to a caller. */
  public static boolean sameTag(String left, String right) {
    return left.toLowerCase(Locale.ROOT).equals(right.toLowerCase(Locale.ROOT));
  }
}

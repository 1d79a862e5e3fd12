package dev.dragoman.generator.plan.build;

import dev.dragoman.generator.model.ApiModel;
import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.plan.ClientPlan;
import dev.dragoman.generator.plan.GroupPlan;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.PagingPlan;
import dev.dragoman.generator.plan.ServerNames;
import dev.dragoman.generator.plan.ServerPlan;
import dev.dragoman.generator.plan.access.ConfiguredApi;
import dev.dragoman.generator.plan.access.Environments;
import dev.dragoman.generator.plan.access.SecuritySchemes;
import dev.dragoman.generator.plan.client.ClientPlanner;
import dev.dragoman.generator.plan.name.JavaIdentifiers;
import dev.dragoman.generator.plan.name.VendorName;
import dev.dragoman.generator.plan.paging.PagingPlanner;
import dev.dragoman.generator.plan.schema.SchemaLookup;
import dev.dragoman.generator.plan.search.CardPlanner;
import dev.dragoman.generator.plan.search.IdSources;
import dev.dragoman.generator.plan.tool.ToolPlanner;
import dev.dragoman.generator.plan.type.ModelPlanner;
import dev.dragoman.generator.plan.type.ShapeReader;
import dev.dragoman.generator.problem.Location;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.runtime.Environment;
import dev.dragoman.runtime.catalog.IdSource;
import dev.dragoman.runtime.catalog.OperationCard;
import dev.dragoman.runtime.execute.uri.HostAndPort;
import dev.dragoman.runtime.search.index.IndexedOperation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes every decision about a server, from the API in a document to the plan that emitters print.
 */
public final class Planner {
  /**
   * Maximum number of operations in one class, which keeps every generated class well within the
   * limits of the JVM.
   */
  public static final int GROUP_SIZE = 50;

  private final ConfiguredApi view;
  private final ApiModel api;

  /** The number of operations in the document, also of those that are left out. */
  private final int declared;

  private final GenerationOptions options;
  private final Problems problems;

  private Planner(ApiModel api, GenerationOptions options, Problems problems) {
    this.view = new ConfiguredApi(api, options.operator(), problems);
    this.api = view.api();
    this.declared = api.operations().size();
    this.options = options;
    this.problems = problems;
  }

  /**
   * The plan of a server for an API.
   *
   * @param problems receives what cannot be planned as the document declares it
   */
  public static ServerPlan plan(ApiModel api, GenerationOptions options, Problems problems) {
    return new Planner(api, options, problems).plan();
  }

  private ServerPlan plan() {
    if (api.operations().isEmpty()) {
      withoutOperations();
    }
    List<Environment> environments = Environments.of(api, options, problems);
    String vendor =
        options.apiName().orElseGet(() -> VendorName.of(api.title(), host(environments)));
    String apiClass = JavaIdentifiers.typeName(vendor, "Vendor");
    ModelPlanner models =
        new ModelPlanner(
            new ShapeReader(new SchemaLookup(api.definitions()), direction()),
            api.definitions().keySet());
    List<GroupPlan> groups = new GroupPlanner(view, apiClass, models).plan();
    List<OperationPlan> operations =
        groups.stream()
            .flatMap(group -> group.operations().stream())
            .sorted(Comparator.comparingInt(OperationPlan::ordinal))
            .toList();
    Map<Integer, PagingPlan> paging =
        new PagingPlanner(new SchemaLookup(api.definitions()))
            .plan(operations, view.paging(), problems);
    Optional<ClientPlan> client =
        options.operator().client()
            ? Optional.of(
                ClientPlanner.plan(api, apiClass, options.packageName(), groups, models, paging))
            : Optional.empty();
    IdSources sources = new IdSources(api);
    return new ServerPlan(
        names(vendor, apiClass),
        environments,
        SecuritySchemes.of(api, problems),
        options.operator(),
        groups,
        models.models(),
        models.fallbacks(),
        operations,
        cards(groups, operations, sources, paging),
        indexed(operations, sources),
        paging,
        Map.of(),
        client,
        ToolPlanner.plan(
            api.location(), operations, api.definitions(), options.operator().tools(), problems),
        options.scripts(),
        api);
  }

  private void withoutOperations() {
    String message =
        declared == 0
            ? "The document has no operations; the server will have nothing to search or execute."
            : "All operations of the document (%d) are left out; the server will have nothing to search or execute."
                .formatted(declared);
    String hint =
        declared == 0
            ? "Use a document whose paths contain at least one operation."
            : "Check what the configuration includes and excludes.";
    problems.warning("DRG-PLAN-001", api.location(), message, hint);
  }

  private static String host(List<Environment> environments) {
    return environments.stream()
        .limit(1)
        .flatMap(environment -> HostAndPort.of(environment.baseUrl()).stream())
        .map(HostAndPort::host)
        .findFirst()
        .orElse("");
  }

  /** A type that requests and responses share serves both. */
  private ShapeReader.Direction direction() {
    return options.operator().client() ? ShapeReader.Direction.BOTH : ShapeReader.Direction.REQUEST;
  }

  private ServerNames names(String vendor, String apiClass) {
    String packageName = options.packageName();
    return new ServerNames(
        vendor,
        packageName,
        packageName + ".operations",
        packageName + ".model",
        apiClass + "Api",
        apiClass + "Server",
        "META-INF/dragoman/" + packageName.replace('.', '/'),
        fileName(api.location()));
  }

  private List<OperationCard> cards(
      List<GroupPlan> groups,
      List<OperationPlan> operations,
      IdSources sources,
      Map<Integer, PagingPlan> paging) {
    int[] groupOf = new int[operations.size()];
    for (GroupPlan group : groups) {
      group.operations().forEach(operation -> groupOf[operation.ordinal()] = group.number());
    }
    CardPlanner planner = new CardPlanner(api);
    List<OperationCard> cards = new ArrayList<>();
    for (OperationPlan operation : operations) {
      int ordinal = operation.ordinal();
      List<IdSource> ids =
          sources.of(ordinal).stream()
              .map(
                  link ->
                      new IdSource(
                          operations.get(link.operation()).id(), link.parameter(), link.field()))
              .toList();
      Optional<PagingPlan> pages = Optional.ofNullable(paging.get(ordinal));
      cards.add(planner.card(operation, groupOf[ordinal], ids, sources.wanted(ordinal), pages));
    }
    return cards;
  }

  private List<IndexedOperation> indexed(List<OperationPlan> operations, IdSources sources) {
    CardPlanner planner = new CardPlanner(api);
    return operations.stream()
        .map(
            operation ->
                planner.indexed(
                    operation,
                    sources.producers(operation.ordinal()),
                    view.keywords().get(operation.ordinal())))
        .toList();
  }

  private static String fileName(Location location) {
    return String.valueOf(Path.of(location.file()).getFileName());
  }
}

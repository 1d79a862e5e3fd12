package dev.dragoman.generator.emit.resource;

import dev.dragoman.generator.emit.GeneratedFile;
import dev.dragoman.generator.emit.GeneratedFile.Root;
import dev.dragoman.generator.model.JsonText;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.ServerPlan;
import dev.dragoman.runtime.catalog.CatalogWriter;
import dev.dragoman.runtime.search.index.SearchIndexWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prints all resources of a server. */
public final class ResourceEmitter {
  /** The name of the search index below the resource root, which the runtime expects. */
  private static final String SEARCH_INDEX = "search.idx";

  /** The operations that are tools, below the resource root; absent from most servers. */
  private static final String TOOLS = "tools.json";

  private ResourceEmitter() {}

  /** The files: the catalog's shards, the search index and the tools. */
  public static List<GeneratedFile> emit(ServerPlan plan) {
    List<CatalogWriter.Entry> entries =
        plan.operations().parallelStream().map(operation -> entry(plan, operation)).toList();
    Map<String, String> schemas = new LinkedHashMap<>();
    plan.model()
        .definitions()
        .forEach((reference, schema) -> schemas.put(reference, JsonText.of(schema)));
    List<GeneratedFile> files = new ArrayList<>();
    CatalogWriter.write(entries, schemas)
        .forEach((name, bytes) -> files.add(file(plan, name, bytes)));
    files.add(file(plan, SEARCH_INDEX, SearchIndexWriter.write(plan.indexed())));
    if (!plan.tools().isUsual()) {
      byte[] tools = ToolsText.of(plan.tools()).getBytes(StandardCharsets.UTF_8);
      files.add(file(plan, TOOLS, tools));
    }
    return files;
  }

  private static CatalogWriter.Entry entry(ServerPlan plan, OperationPlan operation) {
    return new CatalogWriter.Entry(
        plan.cards().get(operation.ordinal()),
        DetailsText.of(operation, Optional.ofNullable(plan.paging().get(operation.ordinal()))),
        plan.formerIds().getOrDefault(operation.ordinal(), List.of()));
  }

  private static GeneratedFile file(ServerPlan plan, String name, byte[] bytes) {
    return new GeneratedFile(Root.RESOURCES, plan.resourceRoot() + "/" + name, bytes);
  }
}

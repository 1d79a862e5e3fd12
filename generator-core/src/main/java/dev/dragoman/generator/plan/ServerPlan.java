package dev.dragoman.generator.plan;

import dev.dragoman.generator.model.ApiModel;
import dev.dragoman.generator.model.ApiModel.SecurityRequirement;
import dev.dragoman.generator.options.OperatorChoices;
import dev.dragoman.runtime.Environment;
import dev.dragoman.runtime.SecurityScheme;
import dev.dragoman.runtime.catalog.OperationCard;
import dev.dragoman.runtime.search.index.IndexedOperation;
import java.util.List;
import java.util.Objects;

/**
 * A server, all decided. Emitters print it and ask nothing else.
 *
 * @param names the names and places of what is generated
 * @param environments where the API is served, the default first
 * @param securitySchemes those of the document that the runtime can serve
 * @param operator what the operator says about operations and credentials
 * @param groups in number order
 * @param models the types of request bodies, in the order they are met
 * @param fallbacks parts of request bodies that are plain JSON in Java
 * @param operations all of them, in ordinal order
 * @param cards what search hits show, in ordinal order
 * @param indexed what the search index is built from, in ordinal order
 * @param model what the document says
 */
public record ServerPlan(
    ServerNames names,
    List<Environment> environments,
    List<SecurityScheme> securitySchemes,
    OperatorChoices operator,
    List<GroupPlan> groups,
    List<ModelPlan> models,
    List<JsonFallback> fallbacks,
    List<OperationPlan> operations,
    List<OperationCard> cards,
    List<IndexedOperation> indexed,
    ApiModel model) {
  public ServerPlan {
    Objects.requireNonNull(names);
    environments = List.copyOf(environments);
    securitySchemes = List.copyOf(securitySchemes);
    Objects.requireNonNull(operator);
    groups = List.copyOf(groups);
    models = List.copyOf(models);
    fallbacks = List.copyOf(fallbacks);
    operations = List.copyOf(operations);
    cards = List.copyOf(cards);
    indexed = List.copyOf(indexed);
    Objects.requireNonNull(model);
  }

  /** See {@link ServerNames}. */
  public String vendor() {
    return names.vendor();
  }

  /** See {@link ServerNames}. */
  public String packageName() {
    return names.packageName();
  }

  /** See {@link ServerNames}. */
  public String operationsPackage() {
    return names.operationsPackage();
  }

  /** See {@link ServerNames}. */
  public String modelPackage() {
    return names.modelPackage();
  }

  /** See {@link ServerNames}. */
  public String apiClass() {
    return names.apiClass();
  }

  /** See {@link ServerNames}. */
  public String serverClass() {
    return names.serverClass();
  }

  /** See {@link ServerNames}. */
  public String resourceRoot() {
    return names.resourceRoot();
  }

  /** See {@link ServerNames}. */
  public String source() {
    return names.source();
  }

  public String title() {
    return model.title();
  }

  public String version() {
    return model.version();
  }

  /** The alternatives of security schemes of operations that declare none. */
  public List<SecurityRequirement> security() {
    return model.security();
  }
}

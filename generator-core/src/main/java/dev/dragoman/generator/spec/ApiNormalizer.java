package dev.dragoman.generator.spec;

import dev.dragoman.generator.model.ApiModel;
import dev.dragoman.generator.model.ApiModel.SecurityRequirement;
import dev.dragoman.generator.model.ApiModel.Server;
import dev.dragoman.generator.model.ApiModel.Tag;
import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.OperationModel;
import dev.dragoman.generator.model.SecuritySchemeModel;
import dev.dragoman.generator.spec.node.NodeReader;
import dev.dragoman.generator.spec.openapi3.OpenApi3Parts;
import dev.dragoman.generator.spec.openapi3.Servers;
import dev.dragoman.generator.spec.operation.Examples;
import dev.dragoman.generator.spec.operation.NormalizationContext;
import dev.dragoman.generator.spec.operation.OperationNormalizer;
import dev.dragoman.generator.spec.operation.OperationParts;
import dev.dragoman.generator.spec.operation.PathNormalizer;
import dev.dragoman.generator.spec.operation.SecurityNormalizer;
import dev.dragoman.generator.spec.problem.SpecProblem;
import dev.dragoman.generator.spec.swagger2.Swagger2Parts;
import dev.dragoman.generator.spec.swagger2.Swagger2Servers;
import dev.dragoman.generator.spec.text.SuspiciousText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Normalizes a complete document: every difference between Swagger 2.0 and the versions of OpenAPI
 * 3 ends here, and later stages see one model.
 */
final class ApiNormalizer {
  private final NormalizationContext level;
  private final NodeReader nodes;
  private final Json.Obj document;
  private final OperationParts parts;

  ApiNormalizer(NormalizationContext level, Json.Obj document) {
    this.level = level;
    this.nodes = level.nodes();
    this.document = document;
    this.parts =
        level.isSwagger2()
            ? new Swagger2Parts(level, document)
            : new OpenApi3Parts(level, new Examples(level.nodes()));
  }

  /**
   * The model of the document. Definitions are read last, because they are collected while
   * everything else is normalized.
   */
  ApiModel model() {
    Json.Obj info = nodes.object(document, "info");
    Json.Obj about = info == null ? new Json.Obj(Map.of(), document.location()) : info;
    SecurityNormalizer security = new SecurityNormalizer(level);
    List<SecuritySchemeModel> schemes = security.schemes(document);
    List<SecurityRequirement> requirements = security.requirements(document).orElse(List.of());
    List<OperationModel> operations =
        new PathNormalizer(level, new OperationNormalizer(level, parts, security))
            .operations(document);
    return new ApiModel(
        level.dialect(),
        title(about),
        nodes.text(about, "version"),
        nodes.text(about, "description"),
        servers(),
        tags(),
        schemes,
        requirements,
        operations,
        level.schemas().definitions(),
        extensions(about),
        document.location(),
        level.options().overlays().stream().map(Path::toString).toList());
  }

  private String title(Json.Obj info) {
    String title = nodes.text(info, "title").strip();
    if (title.isEmpty()) {
      nodes.warning(
          SpecProblem.STRUCTURE,
          info.location(),
          "The API has no title.",
          "It is named \"API\"; add an info.title.");
    }
    // The title becomes part of tool descriptions, which must not contain instructions from the
    // document.
    return title.isEmpty() || SuspiciousText.speaksToModels(title) ? "API" : title;
  }

  /** The API's servers; those that cannot be used are left out. */
  private List<Server> servers() {
    return level.isSwagger2()
        ? new Swagger2Servers(level).of(document, document)
        : new Servers(level).of(document);
  }

  private List<Tag> tags() {
    List<Tag> tags = new ArrayList<>();
    for (Json item : nodes.items(document, "tags")) {
      Json.Obj tag = nodes.asObject(item, "A tag");
      String name = tag == null ? "" : nodes.text(tag, "name");
      if (tag != null && !name.isEmpty()) {
        tags.add(new Tag(name, nodes.text(tag, "description")));
      }
    }
    return tags;
  }

  /**
   * Extensions of the document and of its {@code info}; many documents use the wrong one of the
   * two.
   */
  private Map<String, Json> extensions(Json.Obj info) {
    Map<String, Json> extensions = new LinkedHashMap<>(NodeReader.extensions(document));
    NodeReader.extensions(info).forEach(extensions::putIfAbsent);
    return extensions;
  }
}

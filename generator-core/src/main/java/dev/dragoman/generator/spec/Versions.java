package dev.dragoman.generator.spec;

import dev.dragoman.generator.model.ApiModel.Dialect;
import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.problem.Location;
import dev.dragoman.generator.spec.node.NodeReader;
import dev.dragoman.generator.spec.problem.LocatedException;
import dev.dragoman.generator.spec.problem.SpecProblem;
import java.util.Map;
import java.util.regex.Pattern;

/** Determines which version of the specification a document follows. */
final class Versions {
  private static final String SUPPORTED =
      "Convert the document to Swagger 2.0 or OpenAPI 3.0, 3.1 or 3.2.";
  private static final Map<Pattern, Dialect> OPENAPI =
      Map.of(
          Pattern.compile("3\\.0([.-].*)?"), Dialect.OPENAPI_3_0,
          Pattern.compile("3\\.1([.-].*)?"), Dialect.OPENAPI_3_1,
          Pattern.compile("3\\.2([.-].*)?"), Dialect.OPENAPI_3_2);

  /** Members by which other kinds of documents are recognized, for a helpful message. */
  private static final Map<String, String> OTHERS =
      Map.of(
          "asyncapi", "an AsyncAPI document",
          "discoveryVersion", "a Google API discovery document",
          "$schema", "a JSON Schema",
          "overlay", "an OpenAPI overlay",
          "arazzo", "an Arazzo document",
          "item", "a Postman collection");

  private Versions() {}

  /**
   * The document's version.
   *
   * @throws LocatedException if it is not a supported version
   */
  static Dialect of(Json document) {
    if (!(document instanceof Json.Obj root)) {
      throw none(document.location(), "The document is not an object.");
    }
    String openapi = NodeReader.scalar(root.get("openapi"));
    if (openapi != null) {
      return OPENAPI.entrySet().stream()
          .filter(version -> version.getKey().matcher(openapi).matches())
          .map(Map.Entry::getValue)
          .findFirst()
          .orElseThrow(() -> unsupported(root, "openapi", "OpenAPI " + openapi));
    }
    String swagger = NodeReader.scalar(root.get("swagger"));
    if (swagger == null) {
      swagger = NodeReader.scalar(root.get("swaggerVersion"));
    }
    if (swagger == null) {
      throw none(
          root.location(), "The document has neither \"openapi\" nor \"swagger\"" + guess(root));
    }
    if (!swagger.equals("2.0") && !swagger.equals("2")) {
      throw unsupported(root, "swagger", "Swagger " + swagger);
    }
    return Dialect.SWAGGER_2_0;
  }

  private static String guess(Json.Obj root) {
    return OTHERS.entrySet().stream()
        .filter(other -> root.get(other.getKey()) != null)
        .map(other -> "; it appears to be " + other.getValue() + ".")
        .sorted()
        .findFirst()
        .orElse(".");
  }

  private static LocatedException unsupported(Json.Obj root, String member, String version) {
    Json value = root.members().getOrDefault(member, root);
    return new LocatedException(
        SpecProblem.VERSION, value.location(), version + " is not supported.", SUPPORTED);
  }

  private static LocatedException none(Location location, String message) {
    return new LocatedException(
        SpecProblem.VERSION, location, message, "Provide an OpenAPI or Swagger 2.0 document.");
  }
}

package dev.dragoman.generator.model;

import dev.dragoman.generator.problem.Location;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An API, in the same form for Swagger 2.0 and OpenAPI 3.0 to 3.2.
 *
 * @param dialect the version of the specification that the document follows
 * @param title the API's title
 * @param version the API's own version, as text
 * @param description the API's description; empty if there is none
 * @param servers where it is served, with variables replaced by their defaults, in document order
 *     (Swagger 2.0: https before http); only usable ones. URLs may be relative
 * @param tags declared tags, in document order
 * @param securitySchemes declared schemes, in document order
 * @param security the API's own requirements: alternatives of schemes needed together
 * @param operations by path in document order, then by method in the order of the path item
 * @param definitions what schemas refer to, directly or indirectly, by canonical reference: {@code
 *     #/components/schemas/X} in the document itself, {@code file.yaml#/X} in another file, {@code
 *     file.yaml#} for a complete file; pointers are not percent-encoded
 * @param extensions {@code x-…} members of the document and of its info object
 * @param location the document
 * @param overlays the files of the applied overlays, as named in locations: their contents are the
 *     operator's, not the vendor's
 */
public record ApiModel(
    Dialect dialect,
    String title,
    String version,
    String description,
    List<Server> servers,
    List<Tag> tags,
    List<SecuritySchemeModel> securitySchemes,
    List<SecurityRequirement> security,
    List<OperationModel> operations,
    Map<String, Json> definitions,
    Map<String, Json> extensions,
    Location location,
    List<String> overlays) {

  /** The version of the specification that a document follows. */
  public enum Dialect {
    SWAGGER_2_0,
    OPENAPI_3_0,
    OPENAPI_3_1,
    OPENAPI_3_2
  }

  /** A server; it has no name before OpenAPI 3.2. */
  public record Server(String url, String name, String description, Location location) {
    public Server {
      Objects.requireNonNull(url);
      Objects.requireNonNull(name);
      Objects.requireNonNull(description);
      Objects.requireNonNull(location);
    }
  }

  /** A tag. */
  public record Tag(String name, String description) {
    public Tag {
      Objects.requireNonNull(name);
      Objects.requireNonNull(description);
    }
  }

  /** Schemes that are needed together, with the scopes of each; empty if none is needed. */
  public record SecurityRequirement(Map<String, List<String>> schemes) {
    public SecurityRequirement {
      schemes = Collections.unmodifiableMap(new LinkedHashMap<>(schemes));
    }
  }

  public ApiModel {
    Objects.requireNonNull(dialect);
    Objects.requireNonNull(title);
    Objects.requireNonNull(version);
    Objects.requireNonNull(description);
    servers = List.copyOf(servers);
    tags = List.copyOf(tags);
    securitySchemes = List.copyOf(securitySchemes);
    security = List.copyOf(security);
    operations = List.copyOf(operations);
    definitions = Collections.unmodifiableMap(new LinkedHashMap<>(definitions));
    extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
    Objects.requireNonNull(location);
    overlays = List.copyOf(overlays);
  }

  /** This API with these operations only. */
  public ApiModel withOperations(List<OperationModel> chosen) {
    return with(securitySchemes, security, chosen);
  }

  /** This API with other security schemes and requirements. */
  public ApiModel withSecurity(
      List<SecuritySchemeModel> schemes, List<SecurityRequirement> requirements) {
    return with(schemes, requirements, operations);
  }

  private ApiModel with(
      List<SecuritySchemeModel> schemes,
      List<SecurityRequirement> requirements,
      List<OperationModel> chosen) {
    return new ApiModel(
        dialect,
        title,
        version,
        description,
        servers,
        tags,
        schemes,
        requirements,
        chosen,
        definitions,
        extensions,
        location,
        overlays);
  }

  /** Whether a value was written by the operator, in an overlay. */
  public boolean isOperators(Json value) {
    return overlays.contains(value.location().file());
  }
}

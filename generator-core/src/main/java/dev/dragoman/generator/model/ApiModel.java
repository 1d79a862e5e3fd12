package dev.dragoman.generator.model;

import dev.dragoman.generator.problem.Location;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An API. The same shape for Swagger 2.0 and OpenAPI 3.0 to 3.2.
 *
 * @param dialect the version the document was written in
 * @param title the API's title
 * @param version the API's own version, as text
 * @param description what the document says about the API; empty when nothing
 * @param servers where it is served, variables already replaced by their defaults, in document
 *     order (Swagger 2.0: https before http); only those that can be called; urls may be relative
 *     when the document leaves them so
 * @param tags declared tags, in document order
 * @param securitySchemes declared schemes, in document order
 * @param security the API's own requirements: alternatives of schemes needed together
 * @param operations in document order, paths first, then methods as they stand
 * @param definitions what schemas refer to, directly or not, by canonical reference: {@code
 *     #/components/schemas/X} in the document itself, {@code file.yaml#/X} in another file, {@code
 *     file.yaml#} for the whole of it; the pointer is without percent-encoding
 * @param extensions {@code x-…} members of the document's root and of its info object
 * @param location the document
 * @param overlays the files of the overlays applied, as locations name them: what stands in one is
 *     the operator's word, not the vendor's
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

  /** The version of the specification a document follows. */
  public enum Dialect {
    SWAGGER_2_0,
    OPENAPI_3_0,
    OPENAPI_3_1,
    OPENAPI_3_2
  }

  /** A server; its name is empty before OpenAPI 3.2. */
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

  /** Schemes that are needed together, with the scopes of each; empty when none is needed. */
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

  /** The same with these operations only. */
  public ApiModel withOperations(List<OperationModel> chosen) {
    return with(securitySchemes, security, chosen);
  }

  /** The same with other security schemes and requirements of its own. */
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

  /** Whether the operator wrote a value, in an overlay. */
  public boolean isOperators(Json value) {
    return overlays.contains(value.location().file());
  }
}

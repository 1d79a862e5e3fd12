package dev.dragoman.generator.spec.operation;

import dev.dragoman.generator.model.ApiModel.SecurityRequirement;
import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.SecuritySchemeModel;
import dev.dragoman.generator.spec.node.HttpNames;
import dev.dragoman.generator.spec.node.NodeReader;
import dev.dragoman.generator.spec.problem.SpecProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Normalizes security schemes and requirements of all versions. */
public final class SecurityNormalizer {
  /** Maximum number of texts per scheme. */
  private static final int MAX_HINTS = 20;

  private static final Pattern SHOWN =
      Pattern.compile("example|default|value|format|sample|placeholder|description");
  private static final String SCHEMES = "#/components/securitySchemes/";
  private static final Set<String> PLACES = Set.of("header", "query", "cookie");

  private final NormalizationContext level;
  private final NodeReader nodes;
  private final Set<String> declared = new HashSet<>();

  /**
   * Creates a normalizer for a document. {@link #schemes} must be called before {@link
   * #requirements}, which reports undeclared schemes.
   */
  public SecurityNormalizer(NormalizationContext level) {
    this.level = level;
    this.nodes = level.nodes();
  }

  /** The schemes that the document declares. */
  public List<SecuritySchemeModel> schemes(Json.Obj document) {
    Map<String, Json> schemes = Map.of();
    if (level.isSwagger2()) {
      schemes = nodes.members(document, "securityDefinitions");
    } else {
      Json.Obj components = nodes.object(document, "components");
      if (components != null) {
        schemes = nodes.members(components, "securitySchemes");
      }
    }
    List<SecuritySchemeModel> models = new ArrayList<>();
    schemes.forEach(
        (name, value) -> {
          Json.Obj scheme =
              name.startsWith("x-") ? null : nodes.asObject(value, "A security scheme");
          if (scheme != null) {
            scheme(name, scheme).ifPresent(models::add);
          }
        });
    declared.addAll(schemes.keySet());
    return models;
  }

  private Optional<SecuritySchemeModel> scheme(String name, Json.Obj scheme) {
    String type = nodes.text(scheme, "type");
    return switch (type) {
      case "apiKey" -> apiKey(name, scheme);
      case "http" -> http(name, scheme, nodes.text(scheme, "scheme").strip());
      case "basic" -> http(name, scheme, "basic");
      case "oauth2", "openIdConnect", "mutualTLS" ->
          Optional.of(model(name, type, "", "", "", scheme));
      default -> {
        nodes.warning(
            SpecProblem.SECURITY,
            scheme.location(),
            "\"%s\" is not a security scheme type.".formatted(type),
            "No credential is sent; use apiKey, http, oauth2, openIdConnect or mutualTLS.");
        yield Optional.empty();
      }
    };
  }

  private Optional<SecuritySchemeModel> apiKey(String name, Json.Obj scheme) {
    String in = nodes.text(scheme, "in");
    String parameter = nodes.text(scheme, "name");
    if (!PLACES.contains(in) || parameter.isEmpty()) {
      nodes.warning(
          SpecProblem.SECURITY,
          scheme.location(),
          "An apiKey scheme needs \"name\", and \"in\" with header, query or cookie.",
          "The scheme is ignored.");
      return Optional.empty();
    }
    boolean good =
        switch (in) {
          case "header" -> HttpNames.isToken(parameter);
          case "cookie" -> HttpNames.isCookieName(parameter);
          default -> true;
        };
    if (!good) {
      nodes.warning(
          SpecProblem.SECURITY,
          scheme.location(),
          "The name of the key is not a valid " + in + " name.",
          "The scheme is ignored; use letters, digits and hyphens.");
      return Optional.empty();
    }
    return Optional.of(model(name, "apiKey", in, parameter, "", scheme));
  }

  private Optional<SecuritySchemeModel> http(String name, Json.Obj scheme, String httpScheme) {
    if (!HttpNames.isToken(httpScheme)) {
      nodes.warning(
          SpecProblem.SECURITY,
          scheme.location(),
          "\"scheme\" is not an HTTP authentication scheme.",
          "The scheme is ignored; use bearer, basic or another scheme from the IANA registry.");
      return Optional.empty();
    }
    return Optional.of(model(name, "http", "", "", httpScheme, scheme));
  }

  private SecuritySchemeModel model(
      String name, String type, String in, String parameter, String httpScheme, Json.Obj scheme) {
    return new SecuritySchemeModel(
        name,
        type,
        in,
        parameter,
        httpScheme,
        nodes.text(scheme, "description"),
        "",
        hints(scheme),
        scheme.location());
  }

  /** Texts that may show a credential as it is sent: examples and extensions. */
  private static List<String> hints(Json.Obj scheme) {
    List<String> texts = new ArrayList<>();
    scheme
        .members()
        .forEach(
            (name, value) -> {
              if (name.startsWith("x-") || name.startsWith("example")) {
                texts(name, value, texts);
              }
            });
    return texts;
  }

  /**
   * A member whose name ends in "prefix" contains the prefix itself; others may contain a complete
   * value.
   */
  private static void texts(String name, Json value, List<String> texts) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (value instanceof Json.Str text) {
      if (lower.endsWith("prefix")) {
        texts.add("prefix \"" + text.value().strip() + "\"");
      } else if (SHOWN.matcher(lower).find()) {
        texts.add(text.value());
      }
    } else if (value instanceof Json.Obj object && texts.size() < MAX_HINTS) {
      object.members().forEach((member, inner) -> texts(member, inner, texts));
    }
  }

  /**
   * The requirements of a document or an operation; empty if it does not declare any, as opposed to
   * an empty list, which means that no credential is needed.
   */
  public Optional<List<SecurityRequirement>> requirements(Json.Obj holder) {
    Json value = nodes.get(holder, "security");
    if (value == null || value instanceof Json.Null) {
      return Optional.empty();
    }
    List<Json> alternatives =
        value instanceof Json.Obj single ? List.of(single) : nodes.items(holder, "security");
    return Optional.of(
        alternatives.stream()
            .map(alternative -> nodes.asObject(alternative, "A security requirement"))
            .filter(Objects::nonNull)
            .map(this::requirement)
            .toList());
  }

  /** The name of a scheme, which OpenAPI 3.2 allows to be written as a reference to it. */
  private String name(String key) {
    if (declared.contains(key) || !key.startsWith(SCHEMES)) {
      return key;
    }
    String name = key.substring(SCHEMES.length()).replace("~1", "/").replace("~0", "~");
    return declared.contains(name) ? name : key;
  }

  /**
   * One alternative. An undeclared scheme is kept, so that the operation does not become callable
   * without a credential because of a typing error.
   */
  private SecurityRequirement requirement(Json.Obj alternative) {
    Map<String, List<String>> schemes = new LinkedHashMap<>();
    for (Map.Entry<String, Json> scheme : alternative.members().entrySet()) {
      String name = name(scheme.getKey());
      if (!declared.contains(name)) {
        nodes.warning(
            SpecProblem.SECURITY,
            scheme.getValue().location(),
            "The security scheme \"%s\" is required but not declared.".formatted(scheme.getKey()),
            "No credential is sent. Declare the scheme or fix the requirement.");
      }
      schemes.put(
          name,
          nodes.items(alternative, scheme.getKey()).stream()
              .map(NodeReader::scalar)
              .filter(Objects::nonNull)
              .map(String::valueOf)
              .toList());
    }
    return new SecurityRequirement(schemes);
  }
}

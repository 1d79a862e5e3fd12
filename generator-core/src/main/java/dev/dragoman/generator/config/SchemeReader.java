package dev.dragoman.generator.config;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.SecuritySchemeModel;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.runtime.SecurityScheme;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads security schemes that the document does not declare, and prefixes for those that it does.
 */
final class SchemeReader {
  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

  private SchemeReader() {}

  /** A scheme; empty if it is invalid, which is reported. */
  static Optional<SecuritySchemeModel> scheme(Json value, Problems problems) {
    Members in = Members.of(value, problems, Set.of("name", "type", "in", "parameter", "prefix"));
    String name = in.text("name").orElse("");
    String type = in.text("type").orElse("");
    String prefix = in.text("prefix").map(String::strip).orElse("");
    if (!(value instanceof Json.Obj)) {
      return Optional.empty();
    } else if (name.isEmpty()) {
      in.fault("name", "A security scheme needs a name.", "");
      return Optional.empty();
    }
    if (!prefix.isEmpty() && !isPrefix(prefix)) {
      in.fault(
          "prefix",
          "A prefix is 1 to 64 visible ASCII characters; single spaces are allowed inside.",
          "For example: Token.");
      return Optional.empty();
    }
    Optional<SecuritySchemeModel> scheme =
        type.isEmpty() && !prefix.isEmpty()
            ? Optional.of(model(in, name, "", "", ""))
            : declared(in, name, type);
    return scheme.map(model -> model.withPrefix(prefix));
  }

  private static boolean isPrefix(String prefix) {
    try {
      return new SecurityScheme.HttpBearer("any").withPrefix(prefix) != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Optional<SecuritySchemeModel> declared(Members in, String name, String type) {
    return switch (type) {
      case "basic", "bearer" -> Optional.of(model(in, name, "http", "", type));
      case "apiKey" -> apiKey(in, name);
      default -> {
        in.fault(
            "type",
            "\"type\" must be apiKey, basic or bearer.",
            "Omit it to set the \"prefix\" of a scheme that the document declares.");
        yield Optional.empty();
      }
    };
  }

  private static Optional<SecuritySchemeModel> apiKey(Members in, String name) {
    String place = in.text("in").orElse("");
    String parameter = in.text("parameter").orElse("");
    boolean placed = Set.of("header", "query", "cookie").contains(place);
    boolean named = place.equals("query") ? !parameter.isEmpty() : parameter.matches(TOKEN);
    if (!placed || !named) {
      in.fault(
          "in",
          "An apiKey scheme needs \"in\" (header, query or cookie) and \"parameter\", the name used"
              + " there.",
          "For example: in header, parameter X-API-Key.");
      return Optional.empty();
    }
    return Optional.of(
        new SecuritySchemeModel(
            name, "apiKey", place, parameter, "", "", "", List.of(), in.location()));
  }

  private static SecuritySchemeModel model(
      Members in, String name, String type, String parameter, String scheme) {
    return new SecuritySchemeModel(
        name, type, "", parameter, scheme, "", "", List.of(), in.location());
  }
}

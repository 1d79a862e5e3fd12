package dev.dragoman.generator.config;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.SecuritySchemeModel;
import dev.dragoman.generator.problem.Problems;
import java.util.Optional;
import java.util.Set;

/** Reads security schemes that the document does not declare. */
final class SchemeReader {
  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

  private SchemeReader() {}

  static Optional<SecuritySchemeModel> scheme(Json value, Problems problems) {
    Members in = Members.of(value, problems, Set.of("name", "type", "in", "parameter"));
    String name = in.text("name").orElse("");
    String type = in.text("type").orElse("");
    String place = in.text("in").orElse("");
    String parameter = in.text("parameter").orElse("");
    if (name.isEmpty()) {
      in.fault("name", "A security scheme needs a name.", "");
      return Optional.empty();
    }
    return switch (type) {
      case "basic", "bearer" ->
          Optional.of(new SecuritySchemeModel(name, "http", "", "", type, "", in.location()));
      case "apiKey" -> {
        boolean placed = Set.of("header", "query", "cookie").contains(place);
        boolean named = place.equals("query") ? !parameter.isEmpty() : parameter.matches(TOKEN);
        if (!placed || !named) {
          in.fault(
              "in",
              "An apiKey needs \"in\" (header, query or cookie) and \"parameter\", the name it has"
                  + " there.",
              "E.g. in header, parameter X-API-Key.");
          yield Optional.empty();
        }
        yield Optional.of(
            new SecuritySchemeModel(name, "apiKey", place, parameter, "", "", in.location()));
      }
      default -> {
        in.fault("type", "\"type\" must be apiKey, basic or bearer.", "");
        yield Optional.empty();
      }
    };
  }
}

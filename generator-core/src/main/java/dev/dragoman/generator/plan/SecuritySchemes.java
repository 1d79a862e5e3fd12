package dev.dragoman.generator.plan;

import dev.dragoman.generator.model.ApiModel;
import dev.dragoman.generator.model.SecuritySchemeModel;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.runtime.SecurityScheme;
import dev.dragoman.runtime.SecurityScheme.ApiKey;
import dev.dragoman.runtime.SecurityScheme.HttpBasic;
import dev.dragoman.runtime.SecurityScheme.HttpBearer;
import dev.dragoman.runtime.SecurityScheme.HttpOther;
import dev.dragoman.runtime.SecurityScheme.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The document's security schemes, as the runtime knows them. */
final class SecuritySchemes {
  private SecuritySchemes() {}

  static List<SecurityScheme> of(ApiModel api, Problems problems) {
    List<SecurityScheme> schemes = new ArrayList<>();
    for (SecuritySchemeModel model : api.securitySchemes()) {
      Optional<SecurityScheme> scheme = scheme(model);
      scheme.ifPresent(schemes::add);
      if (scheme.isEmpty()) {
        problems.warning(
            "DRG-PLAN-003",
            model.location(),
            "the server cannot send the credential of this scheme (" + model.type() + ").",
            "Operations that need it will be refused by the API.");
      }
    }
    return schemes;
  }

  private static Optional<SecurityScheme> scheme(SecuritySchemeModel model) {
    return switch (model.type()) {
      case "apiKey" -> location(model).map(in -> new ApiKey(model.name(), in, model.parameter()));
      case "http" -> Optional.of(http(model));
      case "oauth2", "openIdConnect" -> Optional.of(new HttpBearer(model.name()));
      default -> Optional.empty();
    };
  }

  private static SecurityScheme http(SecuritySchemeModel model) {
    return switch (model.scheme()) {
      case "basic" -> new HttpBasic(model.name());
      case "bearer", "" -> new HttpBearer(model.name());
      default -> new HttpOther(model.name(), model.scheme());
    };
  }

  private static Optional<Location> location(SecuritySchemeModel model) {
    return switch (model.in()) {
      case "header" -> Optional.of(Location.HEADER);
      case "query" -> Optional.of(Location.QUERY);
      case "cookie" -> Optional.of(Location.COOKIE);
      default -> Optional.empty();
    };
  }
}

package dev.dragoman.generator.plan;

import dev.dragoman.generator.model.ApiModel.Server;
import dev.dragoman.generator.model.BodyModel;
import dev.dragoman.generator.model.MediaTypeModel;
import dev.dragoman.generator.model.OperationModel;
import dev.dragoman.generator.model.ParameterModel;
import dev.dragoman.generator.model.ParameterModel.Style;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Plans one operation: names and types of its parameters, the body it sends. */
final class OperationPlanner {
  /** A constructor takes at most 255 slots (JVMS 4.3.3); longs take two, and there is a body. */
  private static final int MAX_COMPONENTS = 120;

  private final TypePlanner types;

  OperationPlanner(TypePlanner types) {
    this.types = types;
  }

  OperationPlan plan(
      int ordinal, String id, String className, OperationModel operation, EnumTable enums) {
    List<String> arguments = ArgumentNames.of(operation.parameters());
    NameTable components = new NameTable(Reserved.COMPONENTS);
    List<ParameterPlan> own = new ArrayList<>();
    List<ParameterPlan> others = new ArrayList<>();
    for (int i = 0; i < operation.parameters().size(); i++) {
      ParameterModel parameter = operation.parameters().get(i);
      boolean fits = own.size() < MAX_COMPONENTS || parameter.required();
      JavaType type = fits ? types.type(className, parameter, enums) : JavaType.Simple.JSON;
      String component = components.claim(Identifiers.memberName(parameter.name(), "value"));
      (fits ? own : others).add(new ParameterPlan(arguments.get(i), component, type, parameter));
    }
    Optional<BodyPlan> body =
        operation.body().flatMap(model -> body(model, components.claim("body")));
    return new OperationPlan(
        ordinal,
        id,
        className,
        AccessLevels.of(operation.method()),
        absoluteServer(operation),
        own,
        others,
        body,
        operation);
  }

  private static Optional<String> absoluteServer(OperationModel operation) {
    return operation.servers().stream()
        .map(Server::url)
        .filter(url -> url.startsWith("https://") || url.startsWith("http://"))
        .findFirst();
  }

  private Optional<BodyPlan> body(BodyModel body, String component) {
    return preferred(body.content())
        .map(
            media ->
                new BodyPlan(
                    component, types.body(media), body.required(), media, encodings(media)));
  }

  /** JSON before forms before the rest; among equals the document's first. */
  private static Optional<MediaTypeModel> preferred(List<MediaTypeModel> content) {
    return content.stream().min((a, b) -> Integer.compare(rank(a.name()), rank(b.name())));
  }

  private static int rank(String mediaType) {
    String bare = mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (bare.equals("application/json")) {
      return 0;
    }
    if (bare.endsWith("+json") || bare.equals("*/*") || bare.equals("application/*")) {
      return 1;
    }
    return switch (bare) {
      case "application/x-www-form-urlencoded" -> 2;
      case "multipart/form-data" -> 3;
      default -> bare.startsWith("text/") ? 4 : 5;
    };
  }

  private static Map<String, BodyPlan.FieldStyle> encodings(MediaTypeModel media) {
    Map<String, BodyPlan.FieldStyle> styles = new LinkedHashMap<>();
    media
        .encodings()
        .forEach(
            (field, encoding) -> {
              if (encoding.style().isPresent() || encoding.explode().isPresent()) {
                Style style = encoding.style().orElse(Style.FORM);
                boolean explode = encoding.explode().orElse(style == Style.FORM);
                styles.put(
                    field, new BodyPlan.FieldStyle(style, explode, encoding.allowReserved()));
              }
            });
    return styles;
  }
}

package dev.dragoman.generator.plan.media;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.MediaTypeModel;
import dev.dragoman.generator.model.OperationModel;
import dev.dragoman.generator.model.ParameterModel;
import dev.dragoman.generator.model.ResponseModel;
import dev.dragoman.generator.problem.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The media types of an operation's responses, and the {@code Accept} header of its requests (RFC
 * 9110, section 12.5.1).
 */
public final class ResponseMediaChoice {
  private static final String ACCEPT = "Accept";
  private static final String JSON = "application/json";
  private static final String ANYTHING = "*/*";

  /**
   * Maximum number of declared types in the header and of characters of each, which keep the header
   * below 1 kB.
   */
  private static final int MAX_TYPES = 6;

  private static final int MAX_LENGTH = 120;

  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
  private static final Pattern MEDIA_RANGE =
      Pattern.compile(TOKEN + "/" + TOKEN + "( *; *" + TOKEN + "=(" + TOKEN + "|\"[^\"\\\\]*\"))*");
  private static final Pattern NOT_NEGOTIATED = Pattern.compile("(?i) *; *(charset|q)=[^;]*");

  private final List<String> success;
  private final List<String> errors;
  private final Optional<ParameterModel> declared;
  private final Location location;

  /**
   * Creates the choice for an operation. Media types with invalid names, and parameters such as
   * {@code charset} that are not negotiated, are left out.
   */
  public ResponseMediaChoice(OperationModel operation) {
    Predicate<ResponseModel> isSuccess =
        operation.responses().stream().anyMatch(ResponseMediaChoice::isSuccess)
            ? ResponseMediaChoice::isSuccess
            : response -> response.status().equals("default");
    success = jsonFirst(types(operation, isSuccess));
    errors = types(operation, isSuccess.negate());
    declared = operation.parameters().stream().filter(ResponseMediaChoice::isAccept).findFirst();
    location = operation.location();
  }

  /** Whether a parameter is the header that selects the media type of the response. */
  public static boolean isAccept(ParameterModel parameter) {
    return parameter.in() == ParameterModel.In.HEADER && parameter.name().equalsIgnoreCase(ACCEPT);
  }

  private static boolean isSuccess(ResponseModel response) {
    return response.status().startsWith("2");
  }

  private static List<String> types(OperationModel operation, Predicate<ResponseModel> of) {
    Set<String> types = new LinkedHashSet<>();
    operation.responses().stream()
        .filter(of)
        .flatMap(response -> response.content().stream())
        .map(MediaTypeModel::name)
        .map(name -> NOT_NEGOTIATED.matcher(name.strip()).replaceAll(""))
        .filter(name -> name.length() <= MAX_LENGTH && MEDIA_RANGE.matcher(name).matches())
        .forEach(types::add);
    return List.copyOf(types);
  }

  /** JSON first, because models read it best; the others remain in document order. */
  private static List<String> jsonFirst(List<String> types) {
    return Stream.concat(
            types.stream().filter(ResponseMediaChoice::isJson),
            types.stream().filter(type -> !isJson(type)))
        .toList();
  }

  private static boolean isJson(String type) {
    return MediaTypeNames.isJson(type) && !type.contains("*");
  }

  /**
   * The parameter by which a caller chooses, if several media types or a range are declared. Empty
   * if there is no choice, or if the document declares such a parameter itself.
   */
  public Optional<ParameterModel> choice() {
    boolean several = success.size() > 1 || success.stream().anyMatch(ResponseMediaChoice::isOpen);
    return declared.isPresent() || !several ? Optional.empty() : Optional.of(parameter());
  }

  private static boolean isOpen(String type) {
    return type.contains("*") && !type.equals(ANYTHING);
  }

  private ParameterModel parameter() {
    Map<String, Json> schema = new LinkedHashMap<>();
    schema.put("type", text("string"));
    if (success.stream().noneMatch(type -> type.contains("*"))) {
      schema.put("enum", new Json.Arr(success.stream().map(this::text).toList(), location));
    }
    return new ParameterModel(
        ACCEPT,
        ParameterModel.In.HEADER,
        false,
        false,
        "Media type of the response: " + String.join(", ", success),
        ParameterModel.Style.SIMPLE,
        false,
        false,
        false,
        new Json.Obj(schema, location),
        Optional.empty(),
        Optional.empty(),
        location);
  }

  private Json text(String value) {
    return new Json.Str(value, location);
  }

  /**
   * The value of the header if the caller does not choose; empty if it is the one that every
   * request has.
   */
  public String header() {
    List<String> wanted = new ArrayList<>(preset().stream().toList());
    success.stream().filter(type -> !wanted.contains(type)).forEach(wanted::add);
    wanted.remove(ANYTHING);
    List<String> problems =
        errors.stream().filter(type -> !wanted.contains(type) && isConcrete(type)).toList();
    boolean usual = wanted.isEmpty() || (wanted.equals(List.of(JSON)) && problems.isEmpty());
    return usual ? "" : header(wanted, problems);
  }

  private static boolean isConcrete(String type) {
    return !type.contains("*") && !type.equals(JSON);
  }

  /**
   * Quality values from 1 down to 0.4. Anything is accepted last, so that a server that cannot
   * produce the declared types responds with what it has instead of 406.
   */
  private static String header(List<String> wanted, List<String> problems) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < Math.min(wanted.size(), MAX_TYPES); i++) {
      parts.add(wanted.get(i) + (i == 0 ? "" : ";q=0." + (10 - Math.min(i, 3))));
    }
    if (!wanted.contains(JSON)) {
      parts.add(JSON + ";q=0.6");
    }
    problems.stream().limit(MAX_TYPES / 2).map(type -> type + ";q=0.5").forEach(parts::add);
    parts.add(ANYTHING + ";q=0.4");
    return String.join(", ", parts);
  }

  /** The default or only value of the document's own parameter, if it is a valid media type. */
  private Optional<String> preset() {
    return declared
        .map(ParameterModel::schema)
        .filter(Json.Obj.class::isInstance)
        .map(Json.Obj.class::cast)
        .flatMap(ResponseMediaChoice::preset)
        .filter(type -> type.length() <= MAX_LENGTH && MEDIA_RANGE.matcher(type).matches());
  }

  private static Optional<String> preset(Json.Obj schema) {
    String set = Optional.ofNullable(schema.text("default")).orElseGet(() -> schema.text("const"));
    List<Json> values = schema.items("enum");
    if (set == null && values.size() == 1 && values.get(0) instanceof Json.Str only) {
      return Optional.of(only.value());
    }
    return Optional.ofNullable(set);
  }

  /** The media type of a response unless another one is chosen. */
  public static Optional<MediaTypeModel> preferred(ResponseModel response) {
    return response.content().stream()
        .filter(media -> isJson(media.name().toLowerCase(Locale.ROOT)))
        .findFirst()
        .or(() -> response.content().stream().findFirst());
  }
}

package dev.dragoman.generator.plan.wire.expected;

import dev.dragoman.generator.model.ParameterModel;
import dev.dragoman.generator.model.ParameterModel.In;
import dev.dragoman.generator.model.ParameterModel.Style;
import dev.dragoman.generator.plan.BodyPlan;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.wire.expected.Expansion.Operator;
import dev.dragoman.testing.WireText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The request that a call must become. Used for one call. */
public final class ExpectedRequest {
  private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]+)}");

  private final Map<String, String> path = new HashMap<>();
  private final List<String> query = new ArrayList<>();
  private final List<String> cookies = new ArrayList<>();
  private final Map<String, String> headers = new TreeMap<>();

  private ExpectedRequest() {}

  /**
   * The request, as written by {@link WireText}; empty if it has a media type that this package
   * does not support.
   *
   * @param values by parameter
   * @param body the value of the body, if there is one
   */
  public static Optional<String> text(
      OperationPlan operation, Map<ParameterModel, JsonNode> values, Optional<JsonNode> body) {
    if (!values.keySet().stream().allMatch(ExpectedRequest::isKnown)) {
      return Optional.empty();
    }
    ExpectedRequest request = new ExpectedRequest();
    values.forEach(request::parameter);
    if (body.isEmpty()) {
      return Optional.of(request.text(operation, new byte[0]));
    }
    BodyPlan plan = operation.body().orElseThrow();
    return ExpectedBody.of(plan.media().name(), body.get(), plan.encodings())
        .map(
            known -> {
              request.headers.put("content-type", known.type());
              return request.text(operation, known.bytes());
            });
  }

  private static boolean isKnown(ParameterModel parameter) {
    Media media = parameter.contentType().map(Media::of).orElse(Media.TEXT);
    boolean form = parameter.in() == In.QUERYSTRING && media == Media.FORM;
    return form || media == Media.JSON || media == Media.TEXT;
  }

  private void parameter(ParameterModel parameter, JsonNode value) {
    String name = parameter.name();
    expansion(parameter, value)
        .ifPresent(
            text -> {
              switch (parameter.in()) {
                case PATH -> path.put(name, text);
                case QUERY, QUERYSTRING -> query.add(text);
                case COOKIE -> cookies.add(text);
                case HEADER ->
                    headers.merge(
                        name.toLowerCase(Locale.ROOT), text, (one, more) -> one + ", " + more);
              }
            });
  }

  private static Optional<String> expansion(ParameterModel parameter, JsonNode value) {
    if (parameter.in() == In.QUERYSTRING) {
      return wholeQuery(parameter, value);
    } else if (parameter.contentType().isPresent()) {
      return value.isNull() ? Optional.empty() : content(parameter, value);
    }
    Escape escape = escape(parameter);
    Escape names = parameter.in() == In.QUERY ? Escape.UNRESERVED : escape;
    return new Expansion(operator(parameter), parameter.style(), parameter.explode(), names, escape)
        .of(parameter.name(), value);
  }

  /**
   * The complete query (OpenAPI 3.2, "in: querystring"), which is a form unless it declares
   * content.
   */
  private static Optional<String> wholeQuery(ParameterModel parameter, JsonNode value) {
    Media media = parameter.contentType().map(Media::of).orElse(Media.FORM);
    return media == Media.FORM
        ? FormFields.text(value, Map.of())
        : Optional.of(Escape.UNRESERVED.of(contentText(media, value)));
  }

  /** A parameter with {@code content}: a scalar with the text in that media type. */
  private static Optional<String> content(ParameterModel parameter, JsonNode value) {
    Media media = Media.of(parameter.contentType().orElseThrow());
    boolean header = parameter.in() == In.HEADER;
    boolean json = media == Media.JSON;
    String text = header && json ? Texts.asciiJson(value) : contentText(media, value);
    JsonNode scalar = JsonNodeFactory.instance.stringNode(text);
    Escape escape = header ? Escape.NONE : Escape.UNRESERVED;
    return new Expansion(operator(parameter), Style.SIMPLE, false, escape, escape)
        .of(parameter.name(), scalar);
  }

  private static String contentText(Media media, JsonNode value) {
    return media == Media.JSON ? Texts.json(value) : Texts.plain(value);
  }

  private static Operator operator(ParameterModel parameter) {
    boolean content = parameter.contentType().isPresent();
    return switch (parameter.in()) {
      case PATH, HEADER -> content ? Operator.SIMPLE : Operator.ofSegment(parameter.style());
      case QUERY, QUERYSTRING -> Operator.QUERY;
      case COOKIE -> Operator.COOKIE;
    };
  }

  private static Escape escape(ParameterModel parameter) {
    boolean reserved = parameter.allowReserved();
    return switch (parameter.in()) {
      case HEADER -> Escape.NONE;
      case PATH -> reserved ? Escape.SEGMENT : Escape.UNRESERVED;
      case QUERY, QUERYSTRING -> reserved ? Escape.QUERY : Escape.UNRESERVED;
      case COOKIE -> {
        Escape form = reserved ? Escape.RESERVED : Escape.UNRESERVED;
        yield parameter.style() == Style.COOKIE ? Escape.NONE : form;
      }
    };
  }

  private String text(OperationPlan operation, byte[] body) {
    if (!cookies.isEmpty()) {
      headers.put("cookie", String.join("; ", cookies));
    }
    return WireText.of(
        operation.model().method() + " " + target(operation.model().path()), headers, body);
  }

  /**
   * The path and the query. A fragment in a template only distinguishes operations and is not sent.
   */
  private String target(String template) {
    String sent = template.split("#", 2)[0];
    String[] halves = sent.split("\\?", 2);
    String whole = expand(halves[0], Escape.PATH);
    if (halves.length > 1 && !halves[1].isEmpty()) {
      query.add(0, expand(halves[1], Escape.FIXED_QUERY));
    }
    String slash = whole.startsWith("/") ? "" : "/";
    String given = String.join("&", query.stream().filter(text -> !text.isEmpty()).toList());
    return slash + whole + (given.isEmpty() ? "" : "?" + given);
  }

  private String expand(String template, Escape literals) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (Matcher match = VARIABLE.matcher(template); match.find(); from = match.end()) {
      text.append(literals.of(template.substring(from, match.start())));
      text.append(path.getOrDefault(match.group(1), ""));
    }
    return text.append(literals.of(template.substring(from))).toString();
  }
}

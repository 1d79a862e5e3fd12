package dev.dragoman.generator.plan.wire;

import dev.dragoman.generator.model.ParameterModel;
import dev.dragoman.generator.plan.BodyPlan;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.ParameterPlan;
import dev.dragoman.generator.plan.ServerPlan;
import dev.dragoman.generator.plan.wire.expected.ExpectedRequest;
import dev.dragoman.runtime.media.MediaChoice;
import dev.dragoman.runtime.media.MediaKind;
import dev.dragoman.runtime.request.ApiRequest;
import dev.dragoman.runtime.request.FieldEncoding;
import dev.dragoman.runtime.request.InvalidArgumentsException;
import dev.dragoman.runtime.request.ParameterStyle;
import dev.dragoman.testing.WireText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Plans a call for every operation and the request that it must become. The expected request is
 * computed from the document, neither by the generated handler nor by the runtime's writer, so that
 * the tests detect a handler that omits or confuses parameters, and a writer that encodes or joins
 * values incorrectly. The writer's own output is used only for media types that {@link
 * ExpectedRequest} does not support.
 */
public final class WireCases {
  /**
   * Maximum number of characters of a call: longer ones add nothing, and constants are limited to
   * 65,535 bytes (JVMS 4.4.7).
   */
  private static final int MAX_TEXT = 8_000;

  /** Maximum number of optional parameters in a call, in addition to all required ones. */
  private static final int MAX_OPTIONAL = 12;

  private static final String XML = "<sample id=\"1\">text</sample>";

  private final Samples samples;

  private WireCases(ServerPlan plan) {
    this.samples = new Samples(plan.model().definitions());
  }

  /** One case for each operation that can be called with generated values. */
  public static List<WireCase> of(ServerPlan plan, List<OperationPlan> operations) {
    WireCases cases = new WireCases(plan);
    List<WireCase> all = new ArrayList<>();
    for (OperationPlan operation : operations) {
      cases.of(operation).ifPresent(all::add);
    }
    return all;
  }

  private Optional<WireCase> of(OperationPlan operation) {
    Map<ParameterPlan, JsonNode> values = values(operation);
    Optional<JsonNode> body = operation.body().map(this::bodyValue);
    ObjectNode arguments = JsonNodeFactory.instance.objectNode();
    values.forEach((parameter, value) -> arguments.set(parameter.argument(), value));
    try {
      // Created in any case, because the runtime may refuse to send the values.
      ApiRequest written = request(operation, values, body);
      String expected = expected(operation, values, body).orElseGet(() -> WireText.of(written));
      String bodyText = body.map(JsonNode::toString).orElse("");
      boolean fits = expected.length() + arguments.toString().length() < MAX_TEXT;
      return fits && bodyText.length() < MAX_TEXT
          ? Optional.of(
              new WireCase(operation, arguments.toString(), body.map(JsonNode::toString), expected))
          : Optional.empty();
    } catch (InvalidArgumentsException e) {
      // The document allows no value that could be sent, so there is no call to test.
      return Optional.empty();
    }
  }

  private static Optional<String> expected(
      OperationPlan operation, Map<ParameterPlan, JsonNode> values, Optional<JsonNode> body) {
    Map<ParameterModel, JsonNode> models = new LinkedHashMap<>();
    values.forEach((parameter, value) -> models.put(parameter.model(), value));
    return ExpectedRequest.text(operation, models, body);
  }

  private Map<ParameterPlan, JsonNode> values(OperationPlan operation) {
    Map<ParameterPlan, JsonNode> values = new LinkedHashMap<>();
    int optional = 0;
    for (ParameterPlan parameter : operation.parameters()) {
      ParameterModel model = parameter.model();
      if (model.required() || (!model.deprecated() && optional++ < MAX_OPTIONAL)) {
        values.put(parameter, samples.of(model.schema(), parameter.type()));
      }
    }
    return values;
  }

  /**
   * A sample of the body. XML is supplied as text, because an object would be converted to XML
   * before the handler is called.
   */
  private JsonNode bodyValue(BodyPlan body) {
    JsonNode sample = samples.of(body.media().schema(), body.type());
    boolean xml = MediaChoice.kind(body.media().name()) == MediaKind.XML;
    return xml && sample.isContainer() ? JsonNodeFactory.instance.stringNode(XML) : sample;
  }

  private static ApiRequest request(
      OperationPlan operation, Map<ParameterPlan, JsonNode> values, Optional<JsonNode> body) {
    ApiRequest.Builder builder =
        ApiRequest.builder(operation.model().method(), operation.model().path());
    values.forEach((parameter, value) -> send(builder, parameter.model(), value));
    operation
        .body()
        .ifPresent(plan -> builder.body(plan.media().name(), body.orElse(null), encodings(plan)));
    return builder.build();
  }

  private static void send(ApiRequest.Builder builder, ParameterModel model, JsonNode value) {
    ParameterStyle style = style(model);
    switch (model.in()) {
      case PATH -> builder.path(model.name(), value, style);
      case QUERY -> builder.query(model.name(), value, style);
      case HEADER -> builder.header(model.name(), value, style);
      case COOKIE -> builder.cookie(model.name(), value, style);
      case QUERYSTRING ->
          builder.querystring(
              model.contentType().orElse("application/x-www-form-urlencoded"), value, Map.of());
    }
  }

  private static ParameterStyle style(ParameterModel model) {
    return model.contentType().isPresent()
        ? ParameterStyle.ofContent(model.contentType().get())
        : new ParameterStyle(
            ParameterStyle.Kind.valueOf(model.style().name()),
            model.explode(),
            model.allowReserved());
  }

  private static Map<String, FieldEncoding> encodings(BodyPlan plan) {
    Map<String, FieldEncoding> encodings = new LinkedHashMap<>();
    plan.encodings().forEach((field, how) -> encodings.put(field, encoding(how)));
    return encodings;
  }

  private static FieldEncoding encoding(BodyPlan.Field field) {
    if (field.style().isPresent()) {
      return FieldEncoding.of(style(field.style().get()));
    }
    if (field.binary()) {
      return field.contentType().map(FieldEncoding::binary).orElseGet(FieldEncoding::binary);
    }
    return FieldEncoding.contentType(field.contentType().orElse("text/plain"));
  }

  private static ParameterStyle style(BodyPlan.FieldStyle style) {
    return new ParameterStyle(
        ParameterStyle.Kind.valueOf(style.style().name()), style.explode(), style.allowReserved());
  }
}

package dev.dragoman.generator.lock;

import dev.dragoman.generator.model.ApiModel;
import dev.dragoman.generator.model.BodyModel;
import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.MediaTypeModel;
import dev.dragoman.generator.model.OperationModel;
import dev.dragoman.generator.model.ParameterModel;
import dev.dragoman.generator.model.ResponseModel;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.runtime.digest.Sha256;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The contracts of an API's operations: what a call may contain and what it returns. */
final class Contracts {
  /** 128 bits, so that a vendor cannot construct two documents with the same digest. */
  private static final int DIGEST_BYTES = 16;

  private final Map<String, Json> definitions;
  private final Map<String, SchemaText> texts = new HashMap<>();
  private final Map<String, String> digests = new HashMap<>();

  /** Creates the contracts of an API's operations. */
  Contracts(ApiModel api) {
    this.definitions = api.definitions();
  }

  /** What a call must contain; see {@link LockEntry#required()}. */
  List<String> required(OperationModel operation) {
    Set<String> names = new TreeSet<>();
    for (ParameterModel parameter : operation.parameters()) {
      if (parameter.required()) {
        names.add(place(parameter));
      }
    }
    operation.body().filter(BodyModel::required).ifPresent(body -> addBody(body, names));
    return List.copyOf(names);
  }

  private void addBody(BodyModel body, Set<String> names) {
    names.add("body");
    for (MediaTypeModel content : body.content()) {
      new RequiredProperties(definitions).of(content.schema()).forEach(p -> names.add("body:" + p));
    }
  }

  private static String place(ParameterModel parameter) {
    return parameter.in().name().toLowerCase(Locale.ROOT) + ":" + parameter.name();
  }

  /**
   * The digest of an operation's contract, in hexadecimal. It covers the server, parameters, body,
   * responses and all schemas that they refer to, but no descriptions. Parameters are sorted,
   * because their order has no meaning.
   */
  String digest(OperationPlan operation) {
    Set<String> references = new TreeSet<>();
    StringBuilder text = new StringBuilder();
    OperationModel model = operation.model();
    text.append(operation.server().orElse("")).append('\n');
    model.parameters().stream()
        .map(parameter -> parameter(parameter, references))
        .sorted()
        .forEach(text::append);
    model.body().ifPresent(body -> body(text, body, references));
    for (ResponseModel response : model.responses()) {
      text.append("answer ").append(response.status()).append(response.headers()).append('\n');
      response.content().forEach(content -> content(text, content, references));
    }
    for (String reference : closure(references)) {
      text.append(reference).append(' ').append(definitionDigest(reference)).append('\n');
    }
    return Sha256.hex(text.toString()).substring(0, 2 * DIGEST_BYTES);
  }

  private static String parameter(ParameterModel parameter, Set<String> references) {
    return String.join(
            " ",
            "parameter",
            place(parameter),
            String.valueOf(parameter.required()),
            parameter.style().name(),
            String.valueOf(parameter.explode()),
            String.valueOf(parameter.allowReserved()),
            String.valueOf(parameter.allowEmptyValue()),
            parameter.contentType().orElse(""),
            schema(parameter.schema(), references))
        + "\n";
  }

  private static void body(StringBuilder text, BodyModel body, Set<String> references) {
    text.append("body ").append(body.required()).append('\n');
    body.content().forEach(content -> content(text, content, references));
  }

  private static void content(StringBuilder text, MediaTypeModel content, Set<String> references) {
    text.append(content.name())
        .append(' ')
        .append(content.encodings())
        .append(' ')
        .append(schema(content.schema(), references))
        .append('\n');
  }

  /**
   * The text of a schema. Definitions are not part of it; their references are collected, so that
   * each definition is digested once.
   */
  private static String schema(Json schema, Set<String> references) {
    SchemaText text = SchemaText.of(schema);
    references.addAll(text.references());
    return text.text();
  }

  /** All definitions that these refer to, directly or indirectly. */
  private Set<String> closure(Set<String> references) {
    Set<String> all = new TreeSet<>(references);
    Deque<String> open = new ArrayDeque<>(references);
    while (!open.isEmpty()) {
      for (String next : definition(open.pop()).references()) {
        if (all.add(next)) {
          open.push(next);
        }
      }
    }
    return all;
  }

  private SchemaText definition(String reference) {
    return texts.computeIfAbsent(
        reference,
        name -> {
          Json schema = definitions.get(name);
          return schema == null ? new SchemaText("", Set.of()) : SchemaText.of(schema);
        });
  }

  private String definitionDigest(String reference) {
    return digests.computeIfAbsent(reference, name -> Sha256.hex(definition(name).text()));
  }
}

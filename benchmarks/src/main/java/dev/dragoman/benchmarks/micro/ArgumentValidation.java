package dev.dragoman.benchmarks.micro;

import dev.dragoman.runtime.request.ArgumentProblem;
import dev.dragoman.runtime.validate.BodyMedia;
import dev.dragoman.runtime.validate.OperationValidator;
import dev.dragoman.runtime.validate.OperationValidators;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Checks arguments and bodies against the schemas of the document. */
@State(Scope.Benchmark)
public class ArgumentValidation {
  private final GeneratedApi api = GeneratedApi.example();
  private final OperationValidators validators = new OperationValidators(api.operations()::catalog);
  private final int readOrdinal = api.ordinal("bulkSync_get");
  private final OperationValidator read = validators.of(readOrdinal);
  private final OperationValidator create = validators.of(api.ordinal("bulkSync_create"));
  private final ObjectNode arguments = Samples.readArguments();
  private final JsonNode body = Samples.createBody();
  private final JsonNode wrongBody = wrong();
  private final JsonNode response = Samples.response();
  private final BodyMedia media = create.media(Optional.empty(), body).orElseThrow();

  private static JsonNode wrong() {
    ObjectNode wrong = (ObjectNode) Samples.createBody();
    wrong.put("active", "perhaps");
    wrong.set("schemas", JsonNodeFactory.instance.objectNode());
    return wrong;
  }

  /** Fails unless only the wrong body has problems. */
  @Setup
  public void check() {
    Expected.that(arguments().isEmpty(), arguments());
    Expected.that(body().isEmpty(), body());
    Expected.that(wrongBody().size() == 2, wrongBody());
    Expected.that(response().isEmpty(), response());
  }

  /** The schemas of an operation that was called before. */
  @Benchmark
  public OperationValidator schemas() {
    return validators.of(readOrdinal);
  }

  @Benchmark
  public List<ArgumentProblem> arguments() {
    return read.problemsOfArguments(read.readArguments(arguments));
  }

  @Benchmark
  public List<ArgumentProblem> body() {
    return create.problemsOfBody(media, create.readBody(media, body));
  }

  @Benchmark
  public List<ArgumentProblem> wrongBody() {
    return create.problemsOfBody(media, create.readBody(media, wrongBody));
  }

  /** Compares a response with its schema. */
  @Benchmark
  public Optional<String> response() {
    return create.responseMismatch(200, response);
  }
}

package dev.dragoman.runtime.tool.call;

import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.OperationHandler;
import dev.dragoman.runtime.guard.Guard;
import dev.dragoman.runtime.guard.Permit;
import dev.dragoman.runtime.request.ApiRequest;
import dev.dragoman.runtime.request.ArgumentProblem;
import dev.dragoman.runtime.request.Arguments;
import dev.dragoman.runtime.request.InvalidArgumentsException;
import dev.dragoman.runtime.text.DisplayValue;
import dev.dragoman.runtime.tool.ApiOperations;
import dev.dragoman.runtime.tool.CallArguments;
import dev.dragoman.runtime.tool.Lazy;
import dev.dragoman.runtime.tool.OrganizationArguments;
import dev.dragoman.runtime.validate.BodyMedia;
import dev.dragoman.runtime.validate.OperationValidator;
import dev.dragoman.runtime.validate.OperationValidators;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Makes a request of what an agent gave: values are read as they are meant, files are put in the
 * place of their paths, the handler reads them, and the document's schemas have the last word.
 */
public final class CallReader {
  private final Guard guard;
  private final CallOptions options;
  private final Supplier<OperationValidators> validator;
  private final String remedy;
  private final OrganizationArguments organizations;

  public CallReader(ApiOperations operations, Guard guard, CallOptions options) {
    this.guard = guard;
    this.options = options;
    this.validator = Lazy.of(() -> new OperationValidators(operations::catalog));
    this.organizations = operations.organizations();
    AccessNames names = AccessNames.of(operations.definition().vendor());
    this.remedy =
        "whoever runs it can allow a folder with --files DIR or " + names.variable("files");
  }

  /**
   * What the agent gave, each value as it is meant, with the permit's organization where it gave
   * none. Every later step works with the result: what is asked about is what is sent.
   */
  public CallArguments forCaller(Permit permit, int ordinal, CallArguments given) {
    CallArguments said = withoutNull(ordinal, given);
    CallArguments meant = options.validates() ? meant(ordinal, said) : said;
    CallArguments filled =
        permit.organization().map(rule -> organizations.fill(ordinal, meant, rule)).orElse(meant);
    return filled.equals(meant) || !options.validates() ? filled : meant(ordinal, filled);
  }

  /** A null is a body only where the document allows one; elsewhere it is none. */
  private CallArguments withoutNull(int ordinal, CallArguments given) {
    JsonNode body = given.body();
    return body == null || !body.isNull() || schemas(ordinal).takesNull(given.contentType())
        ? given
        : new CallArguments(given.arguments(), null, given.contentType());
  }

  private CallArguments meant(int ordinal, CallArguments given) {
    OperationValidator schemas = schemas(ordinal);
    JsonNode body = given.body();
    Optional<BodyMedia> media = schemas.media(given.contentType(), body);
    return new CallArguments(
        schemas.readArguments(given.arguments()),
        body == null || media.isEmpty() ? body : schemas.readBody(media.get(), body),
        given.contentType());
  }

  /** The schemas of an operation. */
  public OperationValidator schemas(int ordinal) {
    return validator.get().of(ordinal);
  }

  /**
   * The request.
   *
   * @param given as it is meant
   * @throws InvalidArgumentsException with every problem of the call
   * @throws CallRefusedException if it names an organization that the permit does not allow
   */
  public ApiRequest request(
      Permit permit,
      int ordinal,
      OperationHandler handler,
      OperationValidator schemas,
      CallArguments given) {
    List<ArgumentProblem> problems = new ArrayList<>();
    Optional<BodyMedia> media = schemas.media(given.contentType(), given.body());
    CallArguments read = withFiles(schemas, media, given, problems);
    refuseOthers(permit, ordinal, read);
    Optional<ApiRequest> request = Optional.empty();
    try {
      request = Optional.of(handler.request(written(schemas, read, media, problems)));
    } catch (InvalidArgumentsException e) {
      problems.addAll(e.problems());
    }
    if (options.validates()) {
      check(schemas, read, media, problems);
    }
    List<ArgumentProblem> distinct = distinct(problems);
    if (!distinct.isEmpty() || request.isEmpty()) {
      throw new InvalidArgumentsException(distinct);
    }
    return request.get();
  }

  /** Looks at what was read, which is what is sent: text may stand for an object before. */
  private void refuseOthers(Permit permit, int ordinal, CallArguments read) {
    permit
        .organization()
        .flatMap(rule -> guard.refusal(permit, organizations.others(ordinal, read, rule)))
        .ifPresent(
            refusal -> {
              throw new CallRefusedException(refusal);
            });
  }

  /** What the handler reads: formats that only the document's schemas describe are written. */
  private static Arguments written(
      OperationValidator schemas,
      CallArguments read,
      Optional<BodyMedia> media,
      List<ArgumentProblem> problems) {
    JsonNode body = read.body();
    JsonNode written =
        body == null || media.isEmpty() ? body : schemas.writtenBody(media.get(), body, problems);
    return Arguments.withBody(
        schemas.writtenArguments(read.arguments(), problems),
        written,
        media.map(BodyMedia::chosen).or(read::contentType).orElse(null));
  }

  private CallArguments withFiles(
      OperationValidator schemas,
      Optional<BodyMedia> media,
      CallArguments given,
      List<ArgumentProblem> problems) {
    JsonNode body = given.body();
    if (given.contentType().isPresent() && media.isEmpty()) {
      problems.add(unknownMediaType(schemas, given.contentType().get()));
    }
    if (body != null && media.isPresent()) {
      body = withFiles(schemas, media.get(), body, problems);
    }
    return new CallArguments(given.arguments(), body, given.contentType());
  }

  private static ArgumentProblem unknownMediaType(OperationValidator schemas, String chosen) {
    List<String> offered = schemas.mediaTypes();
    return new ArgumentProblem(
        "content_type",
        offered.isEmpty()
            ? "this operation takes no body"
            : "expected one of "
                + String.join(", ", offered)
                + ", got "
                + DisplayValue.text(chosen));
  }

  private JsonNode withFiles(
      OperationValidator schemas, BodyMedia media, JsonNode body, List<ArgumentProblem> problems) {
    UploadFolder files = new UploadFolder(options.files(), remedy, problems);
    return switch (media.kind()) {
      case MULTIPART -> files.form(body, schemas.objects(media));
      case BINARY -> files.bytes(body);
      case JSON, JSON_LINES, FORM, TEXT, XML -> body;
    };
  }

  private static void check(
      OperationValidator schemas,
      CallArguments read,
      Optional<BodyMedia> media,
      List<ArgumentProblem> problems) {
    problems.addAll(schemas.problemsOfArguments(read.arguments()));
    JsonNode body = read.body();
    if (body != null) {
      media.ifPresent(type -> problems.addAll(schemas.problemsOfBody(type, body)));
    }
  }

  /** One problem for a place: what is wrong with a value's type says all about what is in it. */
  private static List<ArgumentProblem> distinct(List<ArgumentProblem> problems) {
    List<ArgumentProblem> distinct = new ArrayList<>();
    Set<String> places = new HashSet<>();
    for (ArgumentProblem problem : problems) {
      if (places.add(problem.place())) {
        distinct.add(problem);
      }
    }
    return distinct;
  }
}

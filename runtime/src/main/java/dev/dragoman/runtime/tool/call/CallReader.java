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
import dev.dragoman.runtime.tool.OrganizationArguments;
import dev.dragoman.runtime.validate.BodyMedia;
import dev.dragoman.runtime.validate.OperationValidator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Turns the agent's arguments into a request: interprets the values, replaces file paths by the
 * contents of the files, validates the result against the document's schemas, and lets the
 * generated handler write the request.
 */
final class CallReader {
  private final Guard guard;
  private final CallOptions options;
  private final String remedy;
  private final OrganizationArguments organizations;

  CallReader(ApiOperations operations, Guard guard, CallOptions options) {
    this.guard = guard;
    this.options = options;
    this.organizations = operations.organizations();
    AccessNames names = AccessNames.of(operations.definition().vendor());
    this.remedy =
        "the operator of this server can allow a folder with --files DIR or "
            + names.variable("files");
  }

  /**
   * Interprets each value by its schema, and adds the permit's organization where the agent omitted
   * it. Every later step works with the result, so that the user confirms exactly what is sent.
   */
  ReadCall read(Permit permit, int ordinal, OperationValidator schemas, CallArguments given) {
    CallArguments said = withoutNull(schemas, given);
    ReadCall call =
        new ReadCall(
            permit, ordinal, schemas, said, schemas.media(said.contentType(), said.body()));
    ReadCall meant = meant(call);
    return permit
        .organization()
        .map(rule -> organizations.fill(ordinal, meant.arguments(), rule))
        .filter(filled -> !filled.equals(meant.arguments()))
        .map(filled -> meant(meant.with(filled)))
        .orElse(meant);
  }

  /** A null counts as a body only if the document allows one. */
  private static CallArguments withoutNull(OperationValidator schemas, CallArguments given) {
    JsonNode body = given.body();
    return body == null || !body.isNull() || schemas.takesNull(given.contentType())
        ? given
        : given.with(given.arguments(), null);
  }

  private ReadCall meant(ReadCall call) {
    if (!options.validates()) {
      return call;
    }
    CallArguments said = call.arguments();
    JsonNode body = said.body();
    OperationValidator schemas = call.schemas();
    return call.with(
        said.with(
            schemas.readArguments(said.arguments()),
            body == null || call.media().isEmpty()
                ? body
                : schemas.readBody(call.media().get(), body)));
  }

  /**
   * Creates the request.
   *
   * @throws InvalidArgumentsException with every problem of the call
   * @throws CallRefusedException if it names an organization that the permit does not allow
   */
  ApiRequest request(OperationHandler handler, ReadCall call) {
    List<ArgumentProblem> problems = new ArrayList<>();
    ReadCall read = withFiles(call, problems);
    refuseOthers(read);
    Optional<ApiRequest> request = Optional.empty();
    try {
      request = Optional.of(handler.request(written(read, problems)));
    } catch (InvalidArgumentsException e) {
      problems.addAll(e.problems());
    }
    if (options.validates()) {
      check(read, problems);
    }
    List<ArgumentProblem> distinct = distinct(problems);
    if (!distinct.isEmpty() || request.isEmpty()) {
      throw new InvalidArgumentsException(distinct);
    }
    return request.get();
  }

  /**
   * Checks the interpreted values, which are the ones that are sent: before that, text may
   * represent an object.
   */
  private void refuseOthers(ReadCall read) {
    Permit permit = read.permit();
    permit
        .organization()
        .map(rule -> organizations.others(read.ordinal(), read.arguments(), rule))
        .flatMap(others -> guard.refusal(permit, others))
        .ifPresent(
            refusal -> {
              throw new CallRefusedException(refusal);
            });
  }

  /**
   * The arguments for the handler, with bodies in formats that only the document's schemas describe
   * (XML, for example) already written.
   */
  private static Arguments written(ReadCall read, List<ArgumentProblem> problems) {
    OperationValidator schemas = read.schemas();
    Optional<BodyMedia> media = read.media();
    CallArguments arguments = read.arguments();
    JsonNode body = arguments.body();
    JsonNode written =
        body == null || media.isEmpty() ? body : schemas.writtenBody(media.get(), body, problems);
    return Arguments.withBody(
        schemas.writtenArguments(arguments.arguments(), problems),
        written,
        media.map(BodyMedia::chosen).or(arguments::contentType).orElse(null));
  }

  private ReadCall withFiles(ReadCall call, List<ArgumentProblem> problems) {
    CallArguments given = call.arguments();
    JsonNode body = given.body();
    if (given.contentType().isPresent() && call.media().isEmpty()) {
      problems.add(unknownMediaType(call.schemas(), given.contentType().get()));
    }
    if (body == null || call.media().isEmpty()) {
      return call;
    }
    JsonNode whole = withFiles(call.schemas(), call.media().get(), body, problems);
    return call.with(given.with(given.arguments(), whole));
  }

  private static ArgumentProblem unknownMediaType(OperationValidator schemas, String chosen) {
    List<String> offered = schemas.mediaTypes();
    return new ArgumentProblem(
        "content_type",
        offered.isEmpty()
            ? "this operation does not have a request body"
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

  private static void check(ReadCall read, List<ArgumentProblem> problems) {
    problems.addAll(read.schemas().problemsOfArguments(read.arguments().arguments()));
    JsonNode body = read.arguments().body();
    if (body != null) {
      read.media().ifPresent(type -> problems.addAll(read.schemas().problemsOfBody(type, body)));
    }
  }

  /**
   * One problem per location: a value of the wrong type makes the problems of its contents
   * meaningless.
   */
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

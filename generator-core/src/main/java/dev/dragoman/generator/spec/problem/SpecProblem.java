package dev.dragoman.generator.spec.problem;

import dev.dragoman.generator.problem.Location;
import dev.dragoman.generator.problem.Problems;

/** The kinds of problems of a document, each with the code by which users find its explanation. */
public enum SpecProblem {
  /** A file is missing, is not a regular file, or cannot be read. */
  FILE("DRG-SPEC-001"),
  /** A file is empty, is not text, or contains something else, such as a web page. */
  CONTENT("DRG-SPEC-002"),
  /** A file or its nesting exceeds the limits. */
  LIMIT("DRG-SPEC-003"),
  /** Malformed JSON or YAML. */
  SYNTAX("DRG-SPEC-004"),
  /** An object with the same key twice. */
  DUPLICATE_KEY("DRG-SPEC-005"),
  /** A YAML tag, alias or merge that has no meaning in JSON. */
  YAML_FEATURE("DRG-SPEC-006"),
  /** A document that is not an OpenAPI description, or of an unsupported version. */
  VERSION("DRG-SPEC-007"),
  /** A reference to the network or to a file outside the document's folder. */
  EXTERNAL_REFERENCE("DRG-SPEC-010"),
  /** A reference that cannot be resolved. */
  DANGLING_REFERENCE("DRG-SPEC-011"),
  /** References that resolve only to each other. */
  REFERENCE_CYCLE("DRG-SPEC-012"),
  /** A reference to a file that does not exist. */
  MISSING_FILE("DRG-SPEC-013"),
  /** A member whose type differs from the specification. */
  STRUCTURE("DRG-SPEC-020"),
  /** A path that is not on the API's own server. */
  PATH("DRG-SPEC-021"),
  /** Two operations that match the same requests. */
  AMBIGUOUS_OPERATION("DRG-SPEC-022"),
  /** Path parameters and path template that do not match. */
  PATH_PARAMETER("DRG-SPEC-023"),
  /** A parameter that cannot be sent as declared. */
  PARAMETER("DRG-SPEC-024"),
  /** A name that is not valid in an HTTP message. */
  HTTP_NAME("DRG-SPEC-025"),
  /** A request body or response that cannot be used as declared. */
  BODY("DRG-SPEC-026"),
  /** A server whose URL cannot be used. */
  SERVER("DRG-SPEC-027"),
  /** A security scheme or requirement that cannot be used as declared. */
  SECURITY("DRG-SPEC-028"),
  /** A schema, or part of one, that is not valid. */
  SCHEMA("DRG-SPEC-029");

  private final String code;

  SpecProblem(String code) {
    this.code = code;
  }

  /**
   * Whether such a problem in the target of a reference affects only what the reference stands for.
   * References that leave the folder, files beyond the limits, and documents that parsers read
   * differently stop the run.
   */
  public boolean isLocal() {
    return switch (this) {
      case DANGLING_REFERENCE, MISSING_FILE, REFERENCE_CYCLE, FILE, CONTENT, SYNTAX -> true;
      default -> false;
    };
  }

  /** A stable, searchable code, e.g. {@code DRG-SPEC-011}. */
  public String code() {
    return code;
  }

  /** Reports this problem as an error. */
  public void error(Problems problems, Location location, String message, String hint) {
    problems.error(code, location, message, hint);
  }

  /** Reports this problem as a warning. */
  public void warning(Problems problems, Location location, String message, String hint) {
    problems.warning(code, location, message, hint);
  }
}

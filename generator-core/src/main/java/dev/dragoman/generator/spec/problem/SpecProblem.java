package dev.dragoman.generator.spec.problem;

import dev.dragoman.generator.problem.Location;
import dev.dragoman.generator.problem.Problems;

/** What can be wrong with a document, with the code under which users find it. */
public enum SpecProblem {
  /** A file is missing, a folder, no regular file, or cannot be read. */
  FILE("DRG-SPEC-001"),
  /** A file holds nothing, or no text, or the text of something else, such as a web page. */
  CONTENT("DRG-SPEC-002"),
  /** A file or its nesting is larger than the limits allow. */
  LIMIT("DRG-SPEC-003"),
  /** JSON or YAML that is malformed. */
  SYNTAX("DRG-SPEC-004"),
  /** An object that has one key twice. */
  DUPLICATE_KEY("DRG-SPEC-005"),
  /** A YAML tag, alias or merge that has no meaning in JSON. */
  YAML_FEATURE("DRG-SPEC-006"),
  /** A document that is no OpenAPI description, or one of a version that is not supported. */
  VERSION("DRG-SPEC-007"),
  /** A reference to the network or to a file outside the document's folder. */
  EXTERNAL_REFERENCE("DRG-SPEC-010"),
  /** A reference to something that is not there. */
  DANGLING_REFERENCE("DRG-SPEC-011"),
  /** References that lead to nothing but each other. */
  REFERENCE_CYCLE("DRG-SPEC-012"),
  /** A reference to a file that does not exist. */
  MISSING_FILE("DRG-SPEC-013"),
  /** A member of another type than the specification says. */
  STRUCTURE("DRG-SPEC-020"),
  /** A path key that is no path on the API's own server. */
  PATH("DRG-SPEC-021"),
  /** Two operations that one request line would mean. */
  AMBIGUOUS_OPERATION("DRG-SPEC-022"),
  /** Path parameters and path template that do not fit each other. */
  PATH_PARAMETER("DRG-SPEC-023"),
  /** A parameter that cannot be sent as it is declared. */
  PARAMETER("DRG-SPEC-024"),
  /** A name that cannot stand in an HTTP message. */
  HTTP_NAME("DRG-SPEC-025"),
  /** A request body or an answer that cannot be taken as it is declared. */
  BODY("DRG-SPEC-026"),
  /** A server whose URL cannot be used. */
  SERVER("DRG-SPEC-027"),
  /** A security scheme or requirement that cannot be taken as it is declared. */
  SECURITY("DRG-SPEC-028"),
  /** A schema, or a part of one, that is none. */
  SCHEMA("DRG-SPEC-029");

  private final String code;

  SpecProblem(String code) {
    this.code = code;
  }

  /**
   * Whether such a fault in what a reference leads to costs only what the reference stands for. A
   * reference out of the folder, a file beyond the limits and one that parsers read differently end
   * the run.
   */
  public boolean isLocal() {
    return switch (this) {
      case DANGLING_REFERENCE, MISSING_FILE, REFERENCE_CYCLE, FILE, CONTENT, SYNTAX -> true;
      default -> false;
    };
  }

  /** Stable and searchable, e.g. {@code DRG-SPEC-011}. */
  public String code() {
    return code;
  }

  public void error(Problems problems, Location location, String message, String hint) {
    problems.error(code, location, message, hint);
  }

  public void warning(Problems problems, Location location, String message, String hint) {
    problems.warning(code, location, message, hint);
  }
}

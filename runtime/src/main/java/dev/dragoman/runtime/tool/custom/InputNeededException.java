package dev.dragoman.runtime.tool.custom;

import dev.dragoman.runtime.mcp.tool.InputRequired;

/** Ends a run of a tool that needs an answer; the tool is run again when the answer is there. */
final class InputNeededException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient InputRequired required;

  InputNeededException(InputRequired required) {
    super("the tool needs an answer of the user", null, false, false);
    this.required = required;
  }

  InputRequired required() {
    return required;
  }
}

package dev.dragoman.runtime.tool.call;

/** Thrown if a call reuses an idempotency key, but its operation does not take one. */
public final class UnknownKeyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param flag names the header of an API whose document does not
   */
  UnknownKeyException(String operation, String flag) {
    super(
        "The API's document does not declare an idempotency key for "
            + operation
            + "; nothing was sent. If the API accepts one anyway, the operator of this MCP server"
            + " can name its header with "
            + flag
            + ".");
  }
}

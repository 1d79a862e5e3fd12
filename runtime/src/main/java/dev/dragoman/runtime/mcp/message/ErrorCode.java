package dev.dragoman.runtime.mcp.message;

/**
 * The JSON-RPC error codes used by this server: those of JSON-RPC 2.0 and those reserved by MCP.
 */
public enum ErrorCode {
  PARSE_ERROR(-32700),
  INVALID_REQUEST(-32600),
  METHOD_NOT_FOUND(-32601),
  INVALID_PARAMS(-32602),
  INTERNAL_ERROR(-32603),
  /** The HTTP headers do not match the body. */
  HEADER_MISMATCH(-32020),
  /** The call needs a capability that the client did not declare. */
  MISSING_CLIENT_CAPABILITY(-32021),
  UNSUPPORTED_PROTOCOL_VERSION(-32022);

  private final int number;

  ErrorCode(int number) {
    this.number = number;
  }

  /** The numeric code. */
  public int number() {
    return number;
  }
}

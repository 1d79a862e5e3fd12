package dev.dragoman.runtime.mcp.message;

/** The JSON-RPC error codes sent here: those of JSON-RPC 2.0 and those MCP reserves. */
public enum ErrorCode {
  PARSE_ERROR(-32700),
  INVALID_REQUEST(-32600),
  METHOD_NOT_FOUND(-32601),
  INVALID_PARAMS(-32602),
  INTERNAL_ERROR(-32603),
  /** The HTTP headers do not say what the body says. */
  HEADER_MISMATCH(-32020),
  /** The call needs to ask what the client did not declare that it can be asked. */
  MISSING_CLIENT_CAPABILITY(-32021),
  UNSUPPORTED_PROTOCOL_VERSION(-32022);

  private final int number;

  ErrorCode(int number) {
    this.number = number;
  }

  /** The code on the wire. */
  public int number() {
    return number;
  }
}

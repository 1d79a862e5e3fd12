package dev.dragoman.runtime.mcp.tool;

import java.util.List;

/**
 * Thrown if a tool refuses a call because of missing scopes in the caller's access token. Over HTTP
 * this is a 403 response that lists the scopes, which a client may then request (MCP, "Scope
 * Challenge Handling"); the body, and other transports, contain a result with {@code isError}.
 */
public final class InsufficientScopeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> scopes;

  /**
   * Creates a refusal.
   *
   * @param message for the model: what was refused and what would allow it
   * @param scopes all scopes that the call needs, not only the missing ones
   */
  public InsufficientScopeException(String message, List<String> scopes) {
    super(message);
    this.scopes = List.copyOf(scopes);
  }

  public List<String> scopes() {
    return scopes;
  }
}

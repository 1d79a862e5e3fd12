package dev.dragoman.runtime.mcp.tool;

import java.util.List;

/**
 * A tool refuses a call because the caller's access token allows too little. Over HTTP this is a
 * 403 that names the scopes, upon which a client may ask for more (MCP, "Scope Challenge
 * Handling"); elsewhere, and for who reads the body, it is a result with {@code isError}.
 */
public final class InsufficientScopeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> scopes;

  /**
   * A refusal.
   *
   * @param message for the model: what was refused and what would allow it
   * @param scopes all the scopes the call needs, not only the missing ones
   */
  public InsufficientScopeException(String message, List<String> scopes) {
    super(message);
    this.scopes = List.copyOf(scopes);
  }

  public List<String> scopes() {
    return scopes;
  }
}

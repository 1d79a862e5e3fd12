package dev.dragoman.runtime.client;

import java.util.List;

/** Thrown if the guard refuses a call, because the caller may not make it. Nothing was sent. */
public final class OperationRefusedException extends ApiException {
  private static final long serialVersionUID = 1L;

  private final String remedy;
  private final transient List<String> scopes;

  /**
   * Creates an exception.
   *
   * @param reason what prevents the call, in sentences
   * @param remedy what would allow the call, and who can change it
   * @param scopes the scopes that the call needs if only scopes are missing; otherwise empty
   */
  public OperationRefusedException(
      String operation, String reason, String remedy, List<String> scopes) {
    super(operation, reason + " Nothing was sent.");
    this.remedy = remedy;
    this.scopes = List.copyOf(scopes);
  }

  /** What would allow the call, and who can change it. */
  public String remedy() {
    return remedy;
  }

  /** The scopes that the call needs if only scopes are missing; otherwise empty. */
  public List<String> scopes() {
    return scopes;
  }
}

package dev.dragoman.runtime.execute;

import dev.dragoman.runtime.ApiRequest;
import dev.dragoman.runtime.guard.Permit;

/** Sends requests, and shows what it would send. */
public interface Sender extends Executor {

  /**
   * The request as it would be sent, as text, with the credential masked. Sends nothing.
   *
   * @throws UpstreamException if it would not be sent
   */
  String preview(Permit permit, ApiRequest request);
}

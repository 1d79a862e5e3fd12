package dev.dragoman.runtime.execute;

import dev.dragoman.runtime.guard.Permit;
import dev.dragoman.runtime.request.ApiRequest;

/** Sends requests, and previews them without sending. */
public interface PreviewingExecutor extends Executor {

  /**
   * The request as it would be sent, as text, with the credential masked. Does not send anything.
   *
   * @throws UpstreamException if it would not be sent
   */
  String preview(Permit permit, ApiRequest request);
}

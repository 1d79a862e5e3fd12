package dev.dragoman.runtime.tool;

import dev.dragoman.runtime.ApiRequest;
import dev.dragoman.runtime.guard.Permit;

/** Says what would be sent. */
public interface DryRun {

  /** The exact request as text, the credential masked. Sends nothing. */
  String text(Permit permit, ApiRequest request);
}

package com.example.own;

import dev.dragoman.runtime.extension.CallFilter;
import dev.dragoman.runtime.extension.OperationCall;
import dev.dragoman.runtime.extension.RefusedException;

/** The lighthouse is not for agents. */
final class NotTheLighthouse implements CallFilter {
  @Override
  public OperationCall request(OperationCall call) {
    if (call.arguments().path("id").asString("").equals("lighthouse")) {
      throw new RefusedException("The lighthouse is not for agents.");
    }
    return call;
  }
}

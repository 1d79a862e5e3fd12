package dev.dragoman.runtime.execute.client;

import java.io.IOException;

/** Reads a response to its end, and returns its status. */
public final class StatusOnly implements ResponseHandler<Integer> {
  @Override
  public void answered(int status) {}

  @Override
  public Integer read(ResponseHead head, ResponseBody body) throws IOException {
    body.readAllBytes();
    return head.status();
  }
}

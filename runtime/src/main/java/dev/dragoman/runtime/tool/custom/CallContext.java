package dev.dragoman.runtime.tool.custom;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.client.ApiClient;
import dev.dragoman.runtime.extension.ToolContext;
import dev.dragoman.runtime.mcp.tool.ProgressListener;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The context of one call of a tool. */
final class CallContext implements ToolContext {
  private final Caller caller;
  private final ApiClient client;
  private final Questions questions;
  private final ProgressListener progress;

  CallContext(Caller caller, ApiClient client, Questions questions, ProgressListener progress) {
    this.progress = Objects.requireNonNull(progress);
    this.caller = Objects.requireNonNull(caller);
    this.client = Objects.requireNonNull(client);
    this.questions = Objects.requireNonNull(questions);
  }

  @Override
  public Caller caller() {
    return caller;
  }

  @Override
  public ApiClient client() {
    return client;
  }

  @Override
  public void progress(double done, double total, String message) {
    progress.report(done, OptionalDouble.of(total), message);
  }

  @Override
  public void progress(double done, String message) {
    progress.report(done, OptionalDouble.empty(), message);
  }

  @Override
  public boolean confirm(String question) {
    return questions.isConfirmed(question);
  }

  @Override
  public Optional<ObjectNode> ask(String question, ObjectNode form) {
    JsonNode reply = questions.ask(question, Optional.of(form));
    if (!Questions.isAccepted(reply)) {
      return Optional.empty();
    }
    return Optional.of(
        reply.path("content") instanceof ObjectNode content
            ? content
            : JsonNodeFactory.instance.objectNode());
  }
}

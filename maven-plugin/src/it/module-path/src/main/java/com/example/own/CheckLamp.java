package com.example.own;

import com.example.lamp.operations.LampOperations.GetLamp;
import dev.dragoman.runtime.client.ApiReply;
import dev.dragoman.runtime.extension.Tool;
import dev.dragoman.runtime.extension.ToolContext;
import dev.dragoman.runtime.extension.ToolDefinition;
import dev.dragoman.runtime.extension.ToolResult;
import dev.dragoman.runtime.request.Arguments;

/** Tells whether a lamp can be reached. */
final class CheckLamp implements Tool {
  @Override
  public ToolDefinition definition() {
    return ToolDefinition.builder("check_lamp")
        .title("Check a lamp")
        .description("Tell whether a lamp can be reached.")
        .input(
            "{\"type\": \"object\", \"required\": [\"id\"],"
                + " \"properties\": {\"id\": {\"type\": \"string\", \"minLength\": 1}}}")
        .build();
  }

  @Override
  public ToolResult call(Arguments arguments, ToolContext context) {
    ApiReply reply = context.client().call(new GetLamp(arguments.required("id").asString()));
    return ToolResult.text("The lamp answers with status " + reply.status() + ".");
  }
}

package dev.dragoman.runtime.transport.http.tools;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.AuthMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The headers with which a request states what it may do, as parameters of OpenAPI. */
final class AccessParameters {
  private AccessParameters() {}

  /** The parameters by name. */
  static ObjectNode of(ToolApiOptions options) {
    AccessNames names = options.names();
    ObjectNode parameters = JsonNodeFactory.instance.objectNode();
    ObjectNode access =
        add(parameters, "AccessMode", names.accessModeHeader(), "What the request may do");
    words(access, Arrays.stream(AccessMode.values()).map(AccessMode::word).toList());
    access.put("default", AccessMode.READ_ONLY.word());
    ObjectNode auth =
        add(parameters, "AuthMode", names.authModeHeader(), "On whose behalf it is made");
    words(auth, Arrays.stream(AuthMode.values()).map(AuthMode::word).toList());
    auth.put("default", AuthMode.USER.word());
    add(parameters, "Organization", names.organizationHeader(), "The default organization");
    if (options.environments().size() > 1) {
      ObjectNode environment =
          add(parameters, "Environment", names.environmentHeader(), "The environment of the API");
      words(environment, options.environments());
    }
    add(
        parameters,
        "Confirmation",
        options.confirmationHeader(),
        "The token of a 409 response, if the user has confirmed the call");
    return parameters;
  }

  /** The names of the parameters. */
  static List<String> names(ToolApiOptions options) {
    return new ArrayList<>(of(options).propertyNames());
  }

  /** Adds a parameter and returns its schema. */
  private static ObjectNode add(
      ObjectNode parameters, String name, String header, String description) {
    return parameters
        .putObject(name)
        .put("name", header)
        .put("in", "header")
        .put("description", description)
        .putObject("schema")
        .put("type", "string");
  }

  private static void words(ObjectNode schema, List<String> words) {
    ArrayNode values = schema.putArray("enum");
    words.forEach(values::add);
  }
}

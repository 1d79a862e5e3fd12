package dev.dragoman.runtime.transport.http.tools;

import dev.dragoman.runtime.auth.AuthenticationMethod;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How callers authenticate, as security schemes of OpenAPI. */
final class ApiSecurity {
  private ApiSecurity() {}

  /** Adds the schemes and the alternatives of the whole document. */
  static void add(ObjectNode document, ToolApiOptions options) {
    ArrayNode alternatives = document.putArray("security");
    ObjectNode schemes = document.withObject("/components").putObject("securitySchemes");
    if (options.ways().contains(AuthenticationMethod.OAUTH)) {
      schemes
          .putObject("accessToken")
          .put("type", "http")
          .put("scheme", "bearer")
          .put(
              "description",
              "An OAuth 2.1 access token for this server"
                  + options.issuer().map(issuer -> ", issued by " + issuer).orElse("")
                  + ". Clients find out how to get one at /.well-known/oauth-protected-resource.");
      alternatives.addObject().putArray("accessToken");
    }
    if (options.ways().contains(AuthenticationMethod.API_KEY)) {
      schemes
          .putObject("apiKey")
          .put("type", "http")
          .put("scheme", "bearer")
          .put("description", "A key of the API behind this server, which is sent to that API.");
      alternatives.addObject().putArray("apiKey");
    }
    if (options.ways().contains(AuthenticationMethod.ANONYMOUS)) {
      alternatives.addObject();
    }
  }
}

package dev.dragoman.runtime.server;

import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.app.Servable;
import dev.dragoman.runtime.several.ApiId;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the APIs of a server of several:
 *
 * <pre>{@code
 * McpServer.combined("Back Office")
 *     .api(PolarApi.DEFINITION)
 *     .api("billing", McpServer.builder(StripeApi.DEFINITION).filter(new HideEmails()).build())
 *     .build()
 *     .run(args);
 * }</pre>
 */
public final class CombinedBuilder {
  private final String name;
  private final List<Servable.Member> apis = new ArrayList<>();

  CombinedBuilder(String name) {
    AccessNames.of(name);
    this.name = name;
  }

  /**
   * Adds an API under the name of its vendor, in lower case.
   *
   * @throws IllegalArgumentException if an API with that id was added before
   */
  public CombinedBuilder api(ServerDefinition definition) {
    return api(ApiId.of(definition.vendor()), definition);
  }

  /**
   * Adds an API.
   *
   * @param id its short name before operations, such as {@code billing}: up to 30 lower-case
   *     letters, digits and hyphens
   * @throws IllegalArgumentException if the id is invalid, or an API with it was added before
   */
  public CombinedBuilder api(String id, ServerDefinition definition) {
    return api(id, McpServer.builder(definition).build());
  }

  /**
   * Adds an API with the tools, filters and sinks of its server.
   *
   * @param server a server of one API, which is not started itself
   * @throws IllegalArgumentException if the id is invalid, an API with it was added before, or the
   *     server is one of several APIs
   */
  public CombinedBuilder api(String id, McpServer server) {
    ApiId.checked(id);
    if (!server.served().name().isEmpty()) {
      throw new IllegalArgumentException("the server " + id + " serves several APIs itself");
    }
    if (apis.stream().anyMatch(api -> api.id().equals(id))) {
      throw new IllegalArgumentException(
          "two APIs have the id " + id + "; name one of them: api(\"other\", ...)");
    }
    Servable.Member only = server.served().apis().get(0);
    apis.add(new Servable.Member(id, only.definition(), only.extensions()));
    return this;
  }

  /**
   * Builds the server. What is wrong with its APIs is reported when it starts.
   *
   * @throws IllegalArgumentException if there is no API
   */
  public McpServer build() {
    return new McpServer(new Servable(name, apis));
  }
}

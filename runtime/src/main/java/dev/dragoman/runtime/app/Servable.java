package dev.dragoman.runtime.app;

import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.mcp.ServerInfo;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a server serves: one API, or several under a name of its own.
 *
 * @param name the name of a server of several APIs; empty for a server of one
 * @param apis at least one
 */
public record Servable(String name, List<Member> apis) {

  /**
   * An API.
   *
   * @param id its name before operations; of no meaning for a server of one
   * @param extensions what the server's owner adds to it
   */
  public record Member(String id, ServerDefinition definition, Extensions extensions) {
    public Member {
      Objects.requireNonNull(id);
      Objects.requireNonNull(definition);
      Objects.requireNonNull(extensions);
    }
  }

  public Servable {
    Objects.requireNonNull(name);
    apis = List.copyOf(apis);
    if (apis.isEmpty()) {
      throw new IllegalArgumentException("a server needs at least one API");
    }
  }

  /** One API. */
  public static Servable of(ServerDefinition definition, Extensions extensions) {
    return new Servable("", List.of(new Member("", definition, extensions)));
  }

  Served read(Map<String, String> environment) {
    Member first = apis.get(0);
    return name.isEmpty()
        ? new OneApi(first.definition(), first.extensions(), environment)
        : new SeveralApis(this, environment);
  }

  /** What is served, with its names. */
  interface Served {

    /** The server's description of itself. */
    ServerInfo info();

    /** The table printed by {@code --help}. */
    String help();

    /** Reads flags and variables, and assembles the server unless there are problems. */
    Preparation prepare(List<String> arguments, Console console);
  }
}

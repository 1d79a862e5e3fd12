package dev.dragoman.generator.diff;

import java.util.List;

/** Describes a change of the servers of an API. */
final class ServersText {
  private ServersText() {}

  /** For example {@code were none, are https://lamp.example}. */
  static String change(List<String> was, List<String> is) {
    return "were " + list(was) + ", are " + list(is);
  }

  private static String list(List<String> servers) {
    List<String> named = servers.stream().filter(server -> !server.isBlank()).toList();
    return named.isEmpty() ? "none" : String.join(", ", named);
  }
}

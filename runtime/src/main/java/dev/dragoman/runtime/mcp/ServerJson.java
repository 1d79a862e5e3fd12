package dev.dragoman.runtime.mcp;

import dev.dragoman.runtime.mcp.message.ProtocolVersion;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The server's description of itself, in both protocols. */
final class ServerJson {
  private final ServerInfo info;

  ServerJson(ServerInfo info) {
    this.info = info;
  }

  ObjectNode implementation() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("name", info.name())
        .put("title", info.title())
        .put("version", info.version());
  }

  /** The result of {@code server/discover}, without the members common to all modern results. */
  ObjectNode discovery() {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    ArrayNode versions = result.putArray("supportedVersions");
    ProtocolVersion.newestFirst().forEach(version -> versions.add(version.text()));
    return describe(result);
  }

  /** The result of {@code initialize}. */
  ObjectNode initialization(ProtocolVersion agreed) {
    ObjectNode result = JsonNodeFactory.instance.objectNode().put("protocolVersion", agreed.text());
    result.set("serverInfo", implementation());
    return describe(result);
  }

  /** Tools only; the list never changes while the server runs, hence no {@code listChanged}. */
  private ObjectNode describe(ObjectNode result) {
    result.putObject("capabilities").putObject("tools");
    if (!info.instructions().isEmpty()) {
      result.put("instructions", info.instructions());
    }
    return result;
  }
}

package dev.dragoman.runtime.mcp;

/** Keys of {@code _meta} (MCP 2026-07-28, "General fields"). */
final class Meta {
  static final String PROTOCOL_VERSION = "io.modelcontextprotocol/protocolVersion";
  static final String CLIENT_CAPABILITIES = "io.modelcontextprotocol/clientCapabilities";
  static final String SERVER_INFO = "io.modelcontextprotocol/serverInfo";

  private Meta() {}
}

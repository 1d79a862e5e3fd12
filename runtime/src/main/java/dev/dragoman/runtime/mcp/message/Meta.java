package dev.dragoman.runtime.mcp.message;

/** Keys of {@code _meta} (MCP 2026-07-28, "General fields"). */
public final class Meta {
  public static final String PROTOCOL_VERSION = "io.modelcontextprotocol/protocolVersion";
  public static final String CLIENT_CAPABILITIES = "io.modelcontextprotocol/clientCapabilities";
  public static final String SERVER_INFO = "io.modelcontextprotocol/serverInfo";

  private Meta() {}
}

package dev.dragoman.runtime.mcp.tool;

/** The outcome of a tool call: its result, or requests that need a response first. */
public sealed interface ToolResponse permits CallToolResult, InputRequired {}

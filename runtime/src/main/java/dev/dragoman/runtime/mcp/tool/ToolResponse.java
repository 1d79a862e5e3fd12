package dev.dragoman.runtime.mcp.tool;

/** What a tool makes of a call: its result, or questions that have to be answered first. */
public sealed interface ToolResponse permits ToolResult, InputRequired {}

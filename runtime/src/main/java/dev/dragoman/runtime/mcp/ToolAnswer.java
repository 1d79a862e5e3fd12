package dev.dragoman.runtime.mcp;

/** What a tool makes of a call: its result, or questions that have to be answered first. */
public sealed interface ToolAnswer permits ToolResult, InputRequired {}

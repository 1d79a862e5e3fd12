/**
 * Operations as tools of their own: {@code ToolFile} reads which there are, {@code NamedTool} runs
 * one. A call only gets other names and fixed values here; its steps are those of {@code
 * tool.execute}.
 */
@NullMarked
package dev.dragoman.runtime.tool.named;

import org.jspecify.annotations.NullMarked;

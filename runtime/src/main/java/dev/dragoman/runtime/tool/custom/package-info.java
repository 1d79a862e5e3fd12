/**
 * Tools of the server's owner: {@code CustomTool} takes a call from the guard to the result, {@code
 * CallContext} is what the tool can do meanwhile, and {@code BoundedRun} keeps its time.
 */
@NullMarked
package dev.dragoman.runtime.tool.custom;

import org.jspecify.annotations.NullMarked;

/**
 * The {@code execute} tool, from the tool's input to its result.
 *
 * <p>{@code ExecuteTool} reads the input and finds the operation; {@code OperationRunner} takes the
 * call through guard, preparation, confirmation and backend; {@code ExecuteResult} shapes the
 * response and {@code AuditLine} logs the outcome.
 */
@NullMarked
package dev.dragoman.runtime.tool.execute;

import org.jspecify.annotations.NullMarked;

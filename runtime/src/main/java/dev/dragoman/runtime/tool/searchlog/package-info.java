/**
 * Records which words of a search led to which operation, without anything about values and
 * callers, for operators who want to add keywords.
 */
@NullMarked
package dev.dragoman.runtime.tool.searchlog;

import org.jspecify.annotations.NullMarked;

/**
 * Plans the operations that are tools of their own. {@code ToolPlanner} is the entry point; {@code
 * PlainSchema} writes schemas that every client takes.
 */
@NullMarked
package dev.dragoman.generator.plan.tool;

import org.jspecify.annotations.NullMarked;

/**
 * Chooses the Java types of parameters and request bodies.
 *
 * <p>{@code ShapeReader} determines the structure of a schema without names, {@code ModelPlanner}
 * names it and decides which file it belongs to, {@code TypePlanner} and {@code BodyPlanner} do so
 * for parameters and bodies. What Java cannot express becomes a {@code JsonFallback}.
 */
@NullMarked
package dev.dragoman.generator.plan.type;

import org.jspecify.annotations.NullMarked;

/**
 * Assembles the plan of a server from the model of a document and the operator's options.
 *
 * <p>{@code Planner} drives the other {@code plan} packages: rights and names first, then groups
 * with their operations and types, and finally what search shows, which needs the results of both.
 */
@NullMarked
package dev.dragoman.generator.plan.build;

import org.jspecify.annotations.NullMarked;

/**
 * The plan of a server: every name, type, access level and text that will be generated. Emitters
 * only print it.
 *
 * <p>This package contains the values; the sub-packages make them. {@code plan.build} drives the
 * others and returns a {@code ServerPlan}.
 */
@NullMarked
package dev.dragoman.generator.plan;

import org.jspecify.annotations.NullMarked;

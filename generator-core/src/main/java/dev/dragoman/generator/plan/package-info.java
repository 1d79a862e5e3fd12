/** What will be generated: every name, order, type and access level, decided before printing. */
@NullMarked
package dev.dragoman.generator.plan;

import org.jspecify.annotations.NullMarked;

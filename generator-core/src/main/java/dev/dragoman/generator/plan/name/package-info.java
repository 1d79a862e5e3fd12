/** Names: Java identifiers, operation ids and argument names. */
@NullMarked
package dev.dragoman.generator.plan.name;

import org.jspecify.annotations.NullMarked;

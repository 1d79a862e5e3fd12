/** Java types of parameters and request bodies. */
@NullMarked
package dev.dragoman.generator.plan.type;

import org.jspecify.annotations.NullMarked;

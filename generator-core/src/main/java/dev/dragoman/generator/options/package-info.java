/** The operator's choices about an API: names, environments, and rules about operations. */
@NullMarked
package dev.dragoman.generator.options;

import org.jspecify.annotations.NullMarked;

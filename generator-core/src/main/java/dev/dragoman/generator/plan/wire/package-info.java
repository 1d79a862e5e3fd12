/** Plans the generated tests: for each operation a call, and the request it must become. */
@NullMarked
package dev.dragoman.generator.plan.wire;

import org.jspecify.annotations.NullMarked;

/** Plans the generated tests: a call of each operation, and the request that it must become. */
@NullMarked
package dev.dragoman.generator.plan.wire;

import org.jspecify.annotations.NullMarked;

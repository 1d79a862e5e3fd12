/**
 * Problems with a user's input: each has a location, a code and a hint, and all are reported at
 * once.
 */
@NullMarked
package dev.dragoman.generator.problem;

import org.jspecify.annotations.NullMarked;

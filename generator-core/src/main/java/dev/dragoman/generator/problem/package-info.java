/** What is wrong with a user's input: located, coded, with a hint; collected and told at once. */
@NullMarked
package dev.dragoman.generator.problem;

import org.jspecify.annotations.NullMarked;

/** What the Polar server adds to the generated tools. */
@NullMarked
package dev.dragoman.example.polar.tools;

import org.jspecify.annotations.NullMarked;

/** The Maven goals. They collect the configuration and pass it to the generator. */
@NullMarked
package dev.dragoman.maven;

import org.jspecify.annotations.NullMarked;

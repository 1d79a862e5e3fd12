/** The goals. They collect what the user configured and hand it to the generator. */
@NullMarked
package dev.dragoman.maven;

import org.jspecify.annotations.NullMarked;

/** The project and the session in which a goal runs. */
@NullMarked
package dev.dragoman.maven.project;

import org.jspecify.annotations.NullMarked;

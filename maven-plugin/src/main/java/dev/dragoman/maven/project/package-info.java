/** What a goal has to know of the project and the session it runs in. */
@NullMarked
package dev.dragoman.maven.project;

import org.jspecify.annotations.NullMarked;

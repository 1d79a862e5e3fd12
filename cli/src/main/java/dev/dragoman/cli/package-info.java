/** The goals of the Maven plugin as commands of one jar, for people without Maven. */
@NullMarked
package dev.dragoman.cli;

import org.jspecify.annotations.NullMarked;

/** What a new document changes for agents and for servers that exist: found, classed, told. */
@NullMarked
package dev.dragoman.generator.diff;

import org.jspecify.annotations.NullMarked;

/** Fields of JSON by name: paths, and the part of a value that they select. */
@NullMarked
package dev.dragoman.runtime.json.fields;

import org.jspecify.annotations.NullMarked;

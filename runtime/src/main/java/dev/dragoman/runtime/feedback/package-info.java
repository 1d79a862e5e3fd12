/** What agents report about the server itself, and where it is kept. */
@NullMarked
package dev.dragoman.runtime.feedback;

import org.jspecify.annotations.NullMarked;

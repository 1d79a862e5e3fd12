/** Text in the languages of snippets, quoted for each. */
@NullMarked
package dev.dragoman.runtime.guide.format;

import org.jspecify.annotations.NullMarked;

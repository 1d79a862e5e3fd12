/** Text in messages: what is shown of values, of invisible characters and of misspelled names. */
@NullMarked
package dev.dragoman.runtime.text;

import org.jspecify.annotations.NullMarked;

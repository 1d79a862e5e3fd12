/** Text in messages: shortened values, invisible characters and misspelled names. */
@NullMarked
package dev.dragoman.runtime.text;

import org.jspecify.annotations.NullMarked;

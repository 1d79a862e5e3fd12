/** The flags and variables of a server, as they are given; what they mean is read elsewhere. */
@NullMarked
package dev.dragoman.runtime.app.flag;

import org.jspecify.annotations.NullMarked;

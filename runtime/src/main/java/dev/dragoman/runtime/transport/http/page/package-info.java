/** Documents for people: what a browser shows of a server, and the same as plain text. */
@NullMarked
package dev.dragoman.runtime.transport.http.page;

import org.jspecify.annotations.NullMarked;

/** URI references as servers send them (RFC 3986). */
@NullMarked
package dev.dragoman.runtime.execute.uri;

import org.jspecify.annotations.NullMarked;

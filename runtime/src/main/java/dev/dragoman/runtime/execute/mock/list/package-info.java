/** Pages of mock lists: what a request asks for, and what the response says about the next page. */
@NullMarked
package dev.dragoman.runtime.execute.mock.list;

import org.jspecify.annotations.NullMarked;

/** What a guide is written from: how one server is named, reached and configured. */
@NullMarked
package dev.dragoman.runtime.guide.facts;

import org.jspecify.annotations.NullMarked;

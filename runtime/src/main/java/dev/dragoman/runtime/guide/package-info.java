/**
 * How to connect clients to a server, written once: {@link
 * dev.dragoman.runtime.guide.ConnectionGuide} makes a {@link
 * dev.dragoman.runtime.guide.model.Guide} of {@link
 * dev.dragoman.runtime.guide.facts.ConnectionFacts}, which is then rendered as a page or as
 * Markdown.
 */
@NullMarked
package dev.dragoman.runtime.guide;

import org.jspecify.annotations.NullMarked;

/**
 * The guide to connecting clients as a value: what a page and a Markdown document print. Contains
 * no markup; strings are plain text, and text with code in it is a {@link
 * dev.dragoman.runtime.guide.model.Text}.
 */
@NullMarked
package dev.dragoman.runtime.guide.model;

import org.jspecify.annotations.NullMarked;

/**
 * Several APIs in one server: the tools search and execute for all of them, and what keeps their
 * callers apart. Each API has its own guard, calls and limits below; nothing of one is handed to
 * another.
 */
@NullMarked
package dev.dragoman.runtime.several;

import org.jspecify.annotations.NullMarked;

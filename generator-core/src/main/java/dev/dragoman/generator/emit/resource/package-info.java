/** Prints the data a server carries: catalog, schemas, search index. */
@NullMarked
package dev.dragoman.generator.emit.resource;

import org.jspecify.annotations.NullMarked;

/** An API as its document describes it: versions of OpenAPI leveled, schemas verbatim. */
@NullMarked
package dev.dragoman.generator.model;

import org.jspecify.annotations.NullMarked;

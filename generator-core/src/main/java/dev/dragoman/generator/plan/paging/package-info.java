/**
 * Recognizes how the pages of an operation follow each other. OpenAPI has no field for it, so it is
 * recognized by the shape of requests and responses and the names that APIs commonly use, or
 * configured by the operator.
 */
@NullMarked
package dev.dragoman.generator.plan.paging;

import org.jspecify.annotations.NullMarked;

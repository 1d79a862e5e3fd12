/**
 * Normalizes schemas and collects the definitions to which they refer.
 *
 * <p>Schemas are copied as written, except for references, keywords of the wrong type and a few
 * Swagger 2.0 spellings: what the document says about values is validated at run time and must not
 * be lost here.
 */
@NullMarked
package dev.dragoman.generator.spec.schema;

import org.jspecify.annotations.NullMarked;

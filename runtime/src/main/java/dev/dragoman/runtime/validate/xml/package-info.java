/**
 * Writes values as XML, as the XML Objects of their schemas describe (OpenAPI 3.2, section 4.26).
 */
@NullMarked
package dev.dragoman.runtime.validate.xml;

import org.jspecify.annotations.NullMarked;

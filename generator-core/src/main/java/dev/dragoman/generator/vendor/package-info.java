/** Brings a vendor's document into a project: fetched within bounds, checked, and put in place. */
@NullMarked
package dev.dragoman.generator.vendor;

import org.jspecify.annotations.NullMarked;

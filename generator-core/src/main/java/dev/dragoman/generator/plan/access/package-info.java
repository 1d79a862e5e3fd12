/** Who may run which operation, and with which credentials. */
@NullMarked
package dev.dragoman.generator.plan.access;

import org.jspecify.annotations.NullMarked;

/** The lock: which operations a person has agreed to expose, and the contract each had then. */
@NullMarked
package dev.dragoman.generator.lock;

import org.jspecify.annotations.NullMarked;

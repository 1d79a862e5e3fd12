/**
 * The lock: the operations that a person has agreed to expose, with the contract that each had at
 * that time.
 *
 * <p>Vendors change their documents without notice. With a lock, a new or changed operation does
 * not reach agents before a person has accepted it. {@code LockFile} reads and writes the file,
 * {@code Lock#of} computes the lock of a plan, and {@code LockPolicy} says how differences are
 * treated.
 */
@NullMarked
package dev.dragoman.generator.lock;

import org.jspecify.annotations.NullMarked;

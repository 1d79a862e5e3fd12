package dev.dragoman.runtime.guard;

/** The guard's decision about an operation and a caller. */
public sealed interface Decision permits Permit, Refusal {}

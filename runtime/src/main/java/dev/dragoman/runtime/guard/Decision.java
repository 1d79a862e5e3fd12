package dev.dragoman.runtime.guard;

/** What the guard says to an operation and a caller. */
public sealed interface Decision permits Permit, Refusal {}

package dev.dragoman.runtime.guard;

/** A reason that prevents a call, and how to remove it. */
record Obstacle(String reason, String remedy) {}

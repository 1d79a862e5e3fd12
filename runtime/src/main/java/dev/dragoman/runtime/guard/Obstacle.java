package dev.dragoman.runtime.guard;

/** What stands in the way, and what would take it away. */
record Obstacle(String reason, String remedy) {}

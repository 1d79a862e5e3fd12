/** What generated tests need: an API on a loopback port that shows what a server sends. */
module dev.dragoman.testing {
  requires transitive dev.dragoman.runtime;
  requires jdk.httpserver;

  exports dev.dragoman.testing;
}

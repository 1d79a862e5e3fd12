/**
 * What tests of a server need: an API on a loopback port that shows what a server sends, and a
 * server that shows what a tool returns.
 */
module dev.dragoman.testing {
  requires transitive dev.dragoman.runtime;
  requires java.net.http;
  requires jdk.httpserver;

  exports dev.dragoman.testing;
}

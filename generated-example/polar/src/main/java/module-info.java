/** The Polar server. Its own classes see what the runtime exports and nothing else. */
module dev.dragoman.example.polar {
  requires dev.dragoman.runtime;
}

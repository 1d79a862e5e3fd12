module com.example.lamp {
  requires dev.dragoman.runtime;

  exports com.example.lamp;
}

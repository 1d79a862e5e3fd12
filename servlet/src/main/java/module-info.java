/** A generated MCP server as a Jakarta servlet. */
module dev.dragoman.servlet {
  requires transitive dev.dragoman.runtime;
  requires transitive jakarta.servlet;

  exports dev.dragoman.servlet;
}

/**
 * What a generated MCP server needs at run time.
 *
 * <p>The exported packages without restriction are the API: what generated code and code written
 * beside it compile against. Every public signature of them is listed in {@code api.txt}.
 *
 * <p>A module of generated code needs {@code requires dev.dragoman.runtime} and nothing else.
 */
@SuppressWarnings({"module", "requires-automatic"})
module dev.dragoman.runtime {
  requires com.nimbusds.jose.jwt;
  requires java.management;
  requires java.net.http;
  requires org.apache.httpcomponents.client5.httpclient5;
  requires org.apache.httpcomponents.core5.httpcore5;
  requires org.eclipse.jetty.http;
  requires org.eclipse.jetty.io;
  requires org.eclipse.jetty.server;
  requires org.eclipse.jetty.util;
  requires org.slf4j;
  requires tools.jackson.core;

  // Generated code names JsonNode, @Nullable and @Generated.
  requires transitive org.jspecify;
  requires transitive tools.jackson.databind;
  requires static transitive java.compiler;

  exports dev.dragoman.runtime;
  exports dev.dragoman.runtime.client;
  exports dev.dragoman.runtime.client.standalone;
  exports dev.dragoman.runtime.extension;
  exports dev.dragoman.runtime.request;
  exports dev.dragoman.runtime.server;
  exports dev.dragoman.runtime.server.http;
  exports dev.dragoman.runtime.search.vector to
      dev.dragoman.semantic;
  exports dev.dragoman.runtime.script to
      dev.dragoman.script;
  exports dev.dragoman.runtime.catalog to
      dev.dragoman.testing;
  exports dev.dragoman.runtime.execute to
      dev.dragoman.testing;
  exports dev.dragoman.runtime.execute.http to
      dev.dragoman.testing;
  exports dev.dragoman.runtime.execute.origin to
      dev.dragoman.testing;
  exports dev.dragoman.runtime.guard to
      dev.dragoman.testing;
  exports dev.dragoman.runtime.tool.custom to
      dev.dragoman.testing;

  uses dev.dragoman.runtime.script.ScriptEngine;
  uses dev.dragoman.runtime.search.vector.SentenceEncoder;
}

package com.example.own;

import com.example.lamp.LampApi;
import dev.dragoman.runtime.server.McpServer;

/** The lamps' server with a tool and a filter of its owner. */
public final class OwnServer {
  private OwnServer() {}

  public static void main(String[] args) {
    System.exit(
        McpServer.builder(LampApi.DEFINITION)
            .tool(new CheckLamp())
            .filter(new NotTheLighthouse())
            .build()
            .run(args));
  }
}

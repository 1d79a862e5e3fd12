package com.example;

import com.example.lamp.LampApi;
import dev.dragoman.runtime.server.McpServer;
import dev.dragoman.servlet.McpServlet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Serves the lamps to agents at /mcp, beside the pages of the application. */
@Configuration(proxyBeanMethods = false)
class LampMcp {
  @Bean
  ServletRegistrationBean<McpServlet> mcp(@Value("${lamp.url}") String lamps) {
    McpServer server = McpServer.builder(LampApi.DEFINITION).build();
    McpServlet servlet = new McpServlet(server, "--base-url", lamps, "--feedback", "off");
    return new ServletRegistrationBean<>(servlet, servlet.paths().toArray(String[]::new));
  }
}

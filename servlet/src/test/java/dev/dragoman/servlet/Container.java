package dev.dragoman.servlet;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.function.Consumer;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.modeler.Registry;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A real container with few threads, in which an application has a page of its own. */
interface Container extends AutoCloseable {
  int THREADS = 6;

  int port();

  @Override
  void close();

  default URI mcp() {
    return URI.create("http://127.0.0.1:" + port() + "/mcp");
  }

  /** The containers. */
  enum Kind {
    TOMCAT,
    JETTY;

    Container start(McpServlet servlet) {
      return start("", servlet::addTo);
    }

    Container start(String contextPath, Consumer<ServletContext> application) {
      try {
        return this == TOMCAT ? tomcat(contextPath, application) : jetty(contextPath, application);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** The application's own page. */
  static void addPage(ServletContext context) {
    Servlet page =
        new HttpServlet() {
          private static final long serialVersionUID = 1;

          @Override
          protected void doGet(HttpServletRequest request, HttpServletResponse response)
              throws IOException {
            response.getWriter().print("own page");
          }
        };
    context.addServlet("page", page).addMapping("/page");
  }

  private static Container tomcat(String contextPath, Consumer<ServletContext> application)
      throws LifecycleException {
    // The names of two containers that run at the same time would be equal.
    Registry.disableRegistry();
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(System.getProperty("java.io.tmpdir"));
    tomcat.setPort(0);
    tomcat.setHostname("127.0.0.1");
    Connector connector = tomcat.getConnector();
    connector.setProperty("maxThreads", String.valueOf(THREADS));
    Context context = tomcat.addContext(contextPath, null);
    context.addServletContainerInitializer(
        (classes, servlets) -> {
          addPage(servlets);
          application.accept(servlets);
        },
        null);
    tomcat.start();
    return new Container() {
      @Override
      public int port() {
        return connector.getLocalPort();
      }

      @Override
      public void close() {
        try {
          tomcat.stop();
          tomcat.destroy();
        } catch (LifecycleException e) {
          throw new IllegalStateException(e);
        }
      }
    };
  }

  private static Container jetty(String contextPath, Consumer<ServletContext> application)
      throws Exception {
    Server server = new Server(new QueuedThreadPool(THREADS + 4, 4));
    ServerConnector connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler handler = new ServletContextHandler();
    handler.setContextPath(contextPath.isEmpty() ? "/" : contextPath);
    handler.addServletContainerInitializer(
        (classes, servlets) -> {
          addPage(servlets);
          application.accept(servlets);
        });
    server.setHandler(handler);
    server.start();
    return new Container() {
      @Override
      public int port() {
        return connector.getLocalPort();
      }

      @Override
      public void close() {
        try {
          server.stop();
        } catch (Exception e) {
          throw new IllegalStateException(e);
        }
      }
    };
  }
}

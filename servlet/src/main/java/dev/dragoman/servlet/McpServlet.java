package dev.dragoman.servlet;

import dev.dragoman.runtime.server.McpServer;
import dev.dragoman.runtime.server.http.HttpEndpoint;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An MCP server as a servlet, for applications that have a servlet container: what the server does
 * over HTTP on its own socket, it does here. The path below the context path decides, so map the
 * servlet to {@link #paths()}, and to {@code /healthz}, {@code /readyz} and {@code /metrics} if the
 * application has no such paths of its own. The servlet must support asynchronous processing, and
 * so must each filter before it:
 *
 * <pre>{@code
 * new McpServlet(McpServer.builder(PolarApi.DEFINITION).build()).addTo(servletContext);
 * }</pre>
 *
 * <p>A request is read and a response is written without blocking. A call that runs has a thread of
 * the servlet, not of the container.
 */
public final class McpServlet implements Servlet {
  private static final String NAME = "mcp";

  private final McpServer server;
  private final String[] arguments;
  private @Nullable ServletConfig config;
  private @Nullable HttpEndpoint endpoint;
  private volatile @Nullable Serving serving;

  /** What exists from {@link #init} to {@link #destroy}. */
  private record Serving(HttpEndpoint endpoint, Workers workers) {}

  /**
   * Creates a servlet.
   *
   * @param arguments the flags listed by {@code --help} of the server, e.g. {@code
   *     "--allowed-host", "shop.example.com"}; those of its own socket do not apply
   */
  public McpServlet(McpServer server, String... arguments) {
    this.server = server;
    this.arguments = arguments.clone();
  }

  /**
   * Registers this servlet under the name {@code mcp}, for all of its paths.
   *
   * @throws IllegalArgumentException if a flag, a variable or a tool is invalid, with every problem
   * @throws IllegalStateException if the context has started, or has a servlet of that name
   */
  public void addTo(ServletContext context) {
    ServletRegistration.Dynamic registration = context.addServlet(NAME, this);
    if (registration == null) {
      throw new IllegalStateException("There is a servlet named " + NAME + " already.");
    }
    registration.setAsyncSupported(true);
    registration.setLoadOnStartup(1);
    registration.addMapping(paths().toArray(String[]::new));
  }

  /**
   * The paths to which the servlet must be mapped, below the context path: {@code /mcp}, those of
   * the page about the server below it, and those of OAuth metadata if the server accepts access
   * tokens.
   *
   * @throws IllegalArgumentException if a flag, a variable or a tool is invalid, with every problem
   */
  public Set<String> paths() {
    return endpoint().paths();
  }

  /** The server's metrics in the Prometheus text format, version 0.0.4. */
  public String metrics() {
    return endpoint().metrics();
  }

  private synchronized HttpEndpoint endpoint() {
    HttpEndpoint ready = endpoint;
    if (ready == null) {
      ready = server.embed(arguments);
      endpoint = ready;
    }
    return ready;
  }

  @Override
  public synchronized void init(ServletConfig config) {
    this.config = config;
    HttpEndpoint ready = endpoint();
    this.serving = new Serving(ready, new Workers(ready.maxInFlight()));
  }

  @Override
  public synchronized @Nullable ServletConfig getServletConfig() {
    return config;
  }

  @Override
  public String getServletInfo() {
    return "MCP server by Dragoman";
  }

  @Override
  public void service(ServletRequest request, ServletResponse response)
      throws ServletException, IOException {
    if (!(request instanceof HttpServletRequest http
        && response instanceof HttpServletResponse answer)) {
      throw new ServletException("This servlet is for HTTP.");
    }
    Serving running = serving;
    if (running == null) {
      answer.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      return;
    }
    if (!request.isAsyncSupported()) {
      throw new ServletException(
          "The MCP servlet, or a filter before it, does not support asynchronous processing: call"
              + " setAsyncSupported(true), or set <async-supported> in web.xml.");
    }
    AsyncContext async = request.startAsync(http, answer);
    // Calls have timeouts of their own.
    async.setTimeout(0);
    ServletExchange exchange = new ServletExchange(http, answer, async, running.workers());
    async.addListener(exchange);
    running.workers().begin();
    running.endpoint().handle(exchange);
  }

  /** Stops the server: running calls may finish for a while, then they are cancelled. */
  @Override
  public void destroy() {
    HttpEndpoint stopping;
    Serving running;
    synchronized (this) {
      stopping = endpoint;
      running = serving;
      endpoint = null;
    }
    if (stopping != null) {
      stopping.close();
    }
    serving = null;
    if (running != null) {
      running.workers().close();
    }
  }
}

package dev.dragoman.runtime.server;

import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.app.Extensions;
import dev.dragoman.runtime.app.Servable;
import dev.dragoman.runtime.app.ServerCommand;
import dev.dragoman.runtime.extension.AuditSink;
import dev.dragoman.runtime.extension.CallFilter;
import dev.dragoman.runtime.extension.FeedbackSink;
import dev.dragoman.runtime.extension.Tool;
import dev.dragoman.runtime.server.http.HttpEndpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The MCP server of an API, with what its owner adds to it: tools, filters and sinks. The generated
 * main class runs one without additions:
 *
 * <pre>{@code
 * public static void main(String[] args) {
 *   System.exit(McpServer.builder(PolarApi.DEFINITION).tool(new AuditPerformance()).build().run(args));
 * }
 * }</pre>
 */
public final class McpServer {
  private final Servable served;

  McpServer(Servable served) {
    this.served = served;
  }

  /** Starts a server for an API, e.g. {@code PolarApi.DEFINITION}. */
  public static Builder builder(ServerDefinition definition) {
    return new Builder(definition);
  }

  /**
   * Starts a server of several APIs: one process with one endpoint, whose tools search and execute
   * span all of them. Each API keeps its own credentials, access mode, base URL, guard and limits.
   *
   * @param name the server's own name, e.g. {@code Back Office}: its variables then begin with
   *     {@code BACK_OFFICE_}
   * @throws IllegalArgumentException if the name contains no ASCII letter or digit
   */
  public static CombinedBuilder combined(String name) {
    return new CombinedBuilder(name);
  }

  /** What is served, for a server of several. */
  Servable served() {
    return served;
  }

  /**
   * Runs the server until the client disconnects (stdio) or the process is told to stop (HTTP).
   * Standard output belongs to the protocol from then on: what other code prints there is
   * redirected to the error stream.
   *
   * @param arguments the flags listed by {@code --help}
   * @return the exit code of the process: 0 after a normal exit, 1 if the server fails, 2 if a
   *     flag, a variable or a tool is invalid
   */
  public int run(String... arguments) {
    return ServerCommand.run(served, arguments);
  }

  /**
   * Starts the server over HTTP inside this process and returns. The environment variables are
   * those of {@link #run}; {@code --http} is implied.
   *
   * @param arguments the flags listed by {@code --help}, e.g. {@code "--port", "0"}
   * @throws IllegalArgumentException if a flag, a variable or a tool is invalid, with every problem
   * @throws java.io.UncheckedIOException if the address cannot be bound
   */
  public RunningServer start(String... arguments) {
    return new RunningServer(ServerCommand.start(served, arguments));
  }

  /**
   * Prepares the server for the requests of another HTTP server, e.g. a servlet container, and
   * returns. The environment variables are those of {@link #run}; {@code --http} is implied, and
   * flags of the server's own socket are invalid.
   *
   * @param arguments the flags listed by {@code --help}, e.g. {@code "--allowed-host",
   *     "mcp.example.com"}
   * @return responds to requests; must be closed
   * @throws IllegalArgumentException if a flag, a variable or a tool is invalid, with every problem
   */
  public HttpEndpoint embed(String... arguments) {
    return ServerCommand.embed(served, arguments);
  }

  /** Collects what is added to a server. */
  public static final class Builder {
    private final ServerDefinition definition;
    private final List<Tool> tools = new ArrayList<>();
    private final List<CallFilter> filters = new ArrayList<>();
    private @Nullable FeedbackSink feedback;
    private @Nullable AuditSink audit;
    private boolean scripts;

    private Builder(ServerDefinition definition) {
      this.definition = Objects.requireNonNull(definition);
    }

    /** Adds a tool, listed after those added before. */
    public Builder tool(Tool tool) {
      tools.add(Objects.requireNonNull(tool));
      return this;
    }

    /** Adds a filter, applied to calls after those added before. */
    public Builder filter(CallFilter filter) {
      filters.add(Objects.requireNonNull(filter));
      return this;
    }

    /** Stores feedback elsewhere than in the file of {@code --feedback}. */
    public Builder feedbackSink(FeedbackSink sink) {
      feedback = Objects.requireNonNull(sink);
      return this;
    }

    /** Sends audit events elsewhere than to the log. */
    public Builder auditSink(AuditSink sink) {
      audit = Objects.requireNonNull(sink);
      return this;
    }

    /**
     * Offers the tool {@code run_script}: clients send short JavaScript programs that call many
     * operations. Needs {@code dev.dragoman:dragoman-script} at run time.
     */
    public Builder scripts() {
      scripts = true;
      return this;
    }

    /** Builds the server. What is wrong with its tools is reported when it starts. */
    public McpServer build() {
      Extensions extensions = new Extensions(tools, filters, feedback, audit, scripts);
      return new McpServer(Servable.of(definition, extensions));
    }
  }
}

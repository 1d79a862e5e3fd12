package dev.dragoman.generator.spec.openapi3;

import dev.dragoman.generator.model.ApiModel.Server;
import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.spec.node.NodeReader;
import dev.dragoman.generator.spec.operation.NormalizationContext;
import dev.dragoman.generator.spec.operation.ServerUrls;
import dev.dragoman.generator.spec.problem.SpecProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Normalizes OpenAPI 3 servers (OpenAPI 3.1, sections 4.8.5 and 4.8.6). Variables are replaced by
 * their defaults.
 */
public final class Servers {
  private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");

  private final NodeReader nodes;
  private final ServerUrls urls;

  /** Creates a reader of servers. */
  public Servers(NormalizationContext level) {
    this.nodes = level.nodes();
    this.urls = new ServerUrls(level);
  }

  /** The usable servers of a document, path item or operation. */
  public List<Server> of(Json.Obj holder) {
    List<Server> servers = new ArrayList<>();
    for (Json item : nodes.items(holder, "servers")) {
      Json.Obj server = nodes.asObject(item, "A server");
      if (server != null) {
        String url = url(server);
        if (url != null && urls.isUsable(url, server.location())) {
          servers.add(
              new Server(
                  url,
                  nodes.text(server, "name"),
                  nodes.text(server, "description"),
                  server.location()));
        }
      }
    }
    return servers;
  }

  /**
   * The server's URL with its variables replaced; null, with a warning, if a variable has no
   * default.
   */
  private @Nullable String url(Json.Obj server) {
    String template = nodes.text(server, "url").strip();
    Json.Obj variables = nodes.object(server, "variables");
    StringBuilder url = new StringBuilder();
    Matcher matcher = VARIABLE.matcher(template);
    while (matcher.find()) {
      String value = value(variables, matcher.group(1));
      matcher.appendReplacement(url, Matcher.quoteReplacement(value == null ? "{" : value));
    }
    matcher.appendTail(url);
    if (url.indexOf("{") >= 0 || url.indexOf("}") >= 0) {
      nodes.warning(
          SpecProblem.SERVER,
          server.location(),
          "The server URL \"%s\" contains a variable without a default.".formatted(template),
          "The server is ignored; declare the variable or set the base URL.");
      return null;
    }
    return url.toString();
  }

  /** The default of a variable, otherwise the first of its allowed values. */
  private @Nullable String value(Json.@Nullable Obj variables, String name) {
    Json.Obj variable = variables == null ? null : nodes.object(variables, name);
    if (variable == null) {
      return null;
    }
    String value = NodeReader.scalar(variable.get("default"));
    return value != null
        ? value
        : nodes.items(variable, "enum").stream().findFirst().map(NodeReader::scalar).orElse(null);
  }
}

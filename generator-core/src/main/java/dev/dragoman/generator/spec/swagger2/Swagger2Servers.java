package dev.dragoman.generator.spec.swagger2;

import dev.dragoman.generator.model.ApiModel.Server;
import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.spec.node.NodeReader;
import dev.dragoman.generator.spec.operation.NormalizationContext;
import dev.dragoman.generator.spec.operation.ServerUrls;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Converts Swagger 2.0's {@code schemes}, {@code host} and {@code basePath} to servers; https comes
 * before http.
 */
public final class Swagger2Servers {
  private final NodeReader nodes;
  private final ServerUrls urls;

  /** Creates a reader of servers. */
  public Swagger2Servers(NormalizationContext level) {
    this.nodes = level.nodes();
    this.urls = new ServerUrls(level);
  }

  /**
   * The servers of the document or of one operation.
   *
   * @param holder the object that contains the schemes: the document or the operation
   */
  public List<Server> of(Json.Obj document, Json.Obj holder) {
    String host = host(document);
    String basePath = nodes.text(document, "basePath").strip();
    if (host.isEmpty() && basePath.isEmpty()) {
      return List.of();
    }
    String path = basePath.isEmpty() || basePath.startsWith("/") ? basePath : "/" + basePath;
    Json place = document.members().getOrDefault(host.isEmpty() ? "basePath" : "host", document);
    List<Server> servers = new ArrayList<>();
    for (String start : starts(host, holder)) {
      if (urls.isUsable(start + path, place.location())) {
        servers.add(new Server(start + path, "", "", place.location()));
      }
    }
    return servers;
  }

  /**
   * The host. Some documents contain a complete URL; its scheme is dropped in favor of {@code
   * schemes}.
   */
  private String host(Json.Obj document) {
    return nodes.text(document, "host").strip().replaceFirst("^https?://", "");
  }

  private List<String> starts(String host, Json.Obj holder) {
    if (host.isEmpty()) {
      return List.of("");
    }
    List<String> schemes =
        nodes.items(holder, "schemes").stream()
            .map(NodeReader::scalar)
            .filter(scheme -> "https".equals(scheme) || "http".equals(scheme))
            .map(String::valueOf)
            .sorted(Comparator.reverseOrder())
            .distinct()
            .toList();
    return (schemes.isEmpty() ? List.of("https") : schemes)
        .stream().map(scheme -> scheme + "://" + host).toList();
  }
}

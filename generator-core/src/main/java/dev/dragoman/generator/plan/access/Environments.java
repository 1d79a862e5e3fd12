package dev.dragoman.generator.plan.access;

import dev.dragoman.generator.model.ApiModel;
import dev.dragoman.generator.model.ApiModel.Server;
import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.plan.name.NameTable;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.runtime.Environment;
import dev.dragoman.runtime.execute.uri.HostAndPort;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the API is served: the environments configured by the operator, otherwise those in the
 * document.
 */
public final class Environments {
  private Environments() {}

  /**
   * The environments, the default first; none if neither names an absolute URL. That is only a
   * warning, because the server can be started with {@code --base-url}.
   */
  public static List<Environment> of(ApiModel api, GenerationOptions options, Problems problems) {
    List<Environment> named = options.operator().environments();
    if (options.baseUrl().isPresent()) {
      Stream<Environment> others = named.stream().skip(1);
      Environment first =
          new Environment(
              named.isEmpty() ? "default" : named.get(0).name(),
              URI.create(options.baseUrl().get()));
      return Stream.concat(Stream.of(first), others).toList();
    }
    if (!named.isEmpty()) {
      return named;
    }
    NameTable names = new NameTable(List.of());
    List<Environment> environments = new ArrayList<>();
    for (Server server : api.servers()) {
      absolute(server.url())
          .ifPresent(url -> environments.add(new Environment(names.claim(name(server)), url)));
    }
    if (environments.isEmpty()) {
      problems.warning(
          "DRG-PLAN-002",
          api.location(),
          "The document has no absolute server URL.",
          "Set baseUrl in the plugin's configuration, or start the server with --base-url.");
    }
    return environments;
  }

  private static Optional<URI> absolute(String url) {
    try {
      URI uri = HostAndPort.ascii(new URI(url));
      boolean isHttp = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      return isHttp && HostAndPort.of(uri).isPresent() ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** A short name for a server in the document, made from its name (OpenAPI 3.2) or description. */
  private static String name(Server server) {
    String words = server.name().isBlank() ? server.description() : server.name();
    String name =
        words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return name.isEmpty() || name.length() > 30 ? "server" : name;
  }
}

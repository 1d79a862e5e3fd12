package dev.dragoman.generator.bundle;

import dev.dragoman.generator.bundle.JsonFile.Members;
import dev.dragoman.generator.bundle.UserFields.Field;
import dev.dragoman.generator.bundle.UserFields.Kind;
import dev.dragoman.runtime.AccessNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An entry of the MCP registry ({@code server.json}, schema of 2025-12-11). It describes how to run
 * the server; that it may be described so is for the registry to verify.
 */
final class RegistryEntry {
  private static final String SCHEMA =
      "https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json";

  private final ServerFacts server;
  private final Manifest manifest;
  private final BundleAbout about;
  private final RegistryRequest request;

  RegistryEntry(ServerFacts server, Manifest manifest, BundleAbout about, RegistryRequest request) {
    this.server = server;
    this.manifest = manifest;
    this.about = about;
    this.request = request;
  }

  byte[] bytes(String sha256) {
    List<Members> packages = new ArrayList<>();
    request.bundleUrl().ifPresent(url -> packages.add(bundle(url, sha256)));
    request.image().ifPresent(image -> packages.add(image(image)));
    return JsonFile.bytes(
        JsonFile.object()
            .put("$schema", SCHEMA)
            .put("name", request.name())
            .put("title", ServerFacts.clip(manifest.displayName(), 100))
            .put("description", ServerFacts.clip(manifest.description(), 100))
            .put("version", about.version())
            .put("websiteUrl", about.homepage())
            .put("repository", about.repository().flatMap(RegistryEntry::repository))
            .list("packages", packages)
            .list("remotes", request.remoteUrl().map(this::remote).stream().toList()));
  }

  /** The registry knows two hosts of repositories. */
  private static Optional<Members> repository(String url) {
    return url.matches("https://(github|gitlab)\\.com/[\\w.-]+/[\\w.-]+")
        ? Optional.of(
            JsonFile.object()
                .put("url", url)
                .put("source", url.startsWith("https://github.com/") ? "github" : "gitlab"))
        : Optional.empty();
  }

  /** The bundle's manifest says what the user can set. */
  private static Members bundle(String url, String sha256) {
    return JsonFile.object()
        .put("registryType", "mcpb")
        .put("identifier", url)
        .put("fileSha256", sha256)
        .put("transport", JsonFile.object().put("type", "stdio"));
  }

  private Members image(String image) {
    return JsonFile.object()
        .put("registryType", "oci")
        .put("identifier", image)
        .put("runtimeHint", "docker")
        .put("transport", JsonFile.object().put("type", "stdio"))
        .list(
            "packageArguments",
            List.of(JsonFile.object().put("type", "named").put("name", "--stdio")))
        .list(
            "environmentVariables",
            UserFields.of(server).stream().map(RegistryEntry::variable).toList());
  }

  private static Members variable(Field field) {
    Members variable =
        JsonFile.object()
            .put("name", field.variable())
            .put("description", field.description())
            .put("isRequired", field.required())
            .put("isSecret", field.kind() == Kind.SECRET);
    return field.kind() == Kind.TICKED
        ? variable.put("format", "boolean").put("default", "true")
        : variable.put("format", "string");
  }

  private Members remote(String url) {
    return JsonFile.object()
        .put("type", "streamable-http")
        .put("url", url)
        .list("headers", headers());
  }

  private List<Members> headers() {
    AccessNames names = server.names();
    List<Members> headers = new ArrayList<>();
    if (!request.remoteOauth() && server.key() != ServerFacts.Need.NEVER) {
      headers.add(authorization());
    }
    if (!request.remoteOauth()) {
      server.schemes().forEach(scheme -> headers.add(credential(names.credentialHeader(scheme))));
    }
    headers.add(
        choice(
            names.accessModeHeader(),
            "full-access allows operations that change something.",
            List.of("read-only", "full-access")));
    if (server.partner() && !request.remoteOauth()) {
      headers.add(
          choice(
              names.authModeHeader(),
              "partner is for a partner's key.",
              List.of("user", "partner")));
      headers.add(header(names.organizationHeader(), "Default organization in auth mode partner."));
    }
    if (!server.environments().isEmpty() && !request.remoteOauth()) {
      headers.add(
          choice(names.environmentHeader(), "Environment of the API.", server.environments()));
    }
    return headers;
  }

  private Members authorization() {
    return JsonFile.object()
        .put("name", "Authorization")
        .put("description", "Your key for the API.")
        .put("isRequired", server.key() == ServerFacts.Need.USUALLY)
        .put("isSecret", true)
        .put("value", "Bearer {api_key}")
        .put(
            "variables",
            JsonFile.object()
                .put(
                    "api_key",
                    JsonFile.object()
                        .put("description", "Your key for the API.")
                        .put("isRequired", server.key() == ServerFacts.Need.USUALLY)
                        .put("isSecret", true)));
  }

  private static Members credential(String name) {
    return header(name, "Your credential for the API.").put("isSecret", true);
  }

  private static Members choice(String name, String description, List<String> choices) {
    return header(name, description).put("choices", choices).put("default", choices.get(0));
  }

  private static Members header(String name, String description) {
    return JsonFile.object().put("name", name).put("description", description);
  }
}

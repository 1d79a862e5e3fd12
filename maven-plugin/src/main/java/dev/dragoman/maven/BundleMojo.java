package dev.dragoman.maven;

import dev.dragoman.generator.BundleGeneration;
import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.bundle.BundleAbout;
import dev.dragoman.generator.bundle.BundleRequest;
import dev.dragoman.generator.bundle.RegistryRequest;
import dev.dragoman.generator.goal.Step;
import dev.dragoman.maven.project.PomFacts;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Packs the server as an MCP bundle ({@code .mcpb}) that desktop apps such as Claude Desktop
 * install with a double-click: the jar, its libraries, and a manifest that asks for the user's API
 * key, which the app keeps in the keychain, and whether the server is read-only. With {@code
 * registryName}, also writes a {@code server.json} for the MCP registry. The user needs Java 17 or
 * later unless {@code javaRuntime} is set. For example:
 *
 * <pre>{@code
 * <goals>
 *   <goal>generate</goal>
 *   <goal>bundle</goal>
 * </goals>
 * }</pre>
 *
 * @since 0.1.0
 */
@Mojo(
    name = "bundle",
    defaultPhase = LifecyclePhase.PACKAGE,
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
public final class BundleMojo extends AbstractReadingMojo {
  /**
   * The bundle to write. With several APIs, each has a separate file with its package in the name.
   *
   * @since 0.1.0
   */
  @Parameter(
      property = "dragoman.bundleFile",
      defaultValue = "${project.build.directory}/${project.build.finalName}.mcpb")
  private @Nullable File bundleFile;

  /**
   * The server's jar. If it contains the runtime, as a jar with all of its libraries does, they are
   * not added.
   *
   * @since 0.1.0
   */
  @Parameter(
      property = "dragoman.serverJar",
      defaultValue = "${project.build.directory}/${project.build.finalName}.jar")
  private @Nullable File serverJar;

  /**
   * The main class. By default the one in the jar's manifest, or else the generated one.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.mainClass")
  private @Nullable String mainClass;

  /**
   * Further flags of the server, such as {@code --confirm destructive} or {@code --feedback
   * ~/acme-feedback.jsonl}. Feedback is off by default. {@code ~/} is the user's home folder. For
   * example:
   *
   * <pre>{@code
   * <serverArguments>
   *   <argument>--confirm</argument>
   *   <argument>destructive</argument>
   * </serverArguments>
   * }</pre>
   *
   * @since 0.1.0
   */
  @Parameter @Nullable List<String> serverArguments;

  /**
   * The version of the bundle, a semantic version such as 1.2.3. By default the project's version.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.bundleVersion")
  private @Nullable String bundleVersion;

  /**
   * The name that the app shows. By default the API's title.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.displayName")
  private @Nullable String displayName;

  /**
   * One sentence that says what the server does. The registry shows 100 characters of it.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.description")
  private @Nullable String description;

  /**
   * Who publishes the bundle. By default the POM's organization, its first developer, or the
   * vendor.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.author")
  private @Nullable String author;

  /**
   * A PNG file that the app shows, best of 512 by 512 pixels.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.icon")
  private @Nullable File icon;

  /**
   * URL of the server's documentation.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.documentationUrl")
  private @Nullable String documentationUrl;

  /**
   * URLs of the privacy policies that apply to what users send to the API. Directories of bundles
   * require one.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.privacyPolicies")
  @Nullable List<String> privacyPolicies;

  /**
   * The operating systems that the bundle supports: {@code darwin}, {@code win32}, {@code linux}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.platforms", defaultValue = "darwin,win32,linux")
  @Nullable List<String> platforms;

  /**
   * A Java runtime to include, such as the output folder of jlink, so that users need no Java. It
   * is for one operating system and processor: set {@code platforms}, too.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.javaRuntime")
  private @Nullable File javaRuntime;

  /**
   * The server's name in the MCP registry, in reverse-DNS format: {@code io.github.acme/acme-mcp}.
   * If set, a {@code server.json} is written; it needs at least one of {@code bundleUrl}, {@code
   * imageName} and {@code remoteUrl}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.registryName")
  private @Nullable String registryName;

  /**
   * The {@code server.json} to write.
   *
   * @since 0.1.0
   */
  @Parameter(
      property = "dragoman.registryFile",
      defaultValue = "${project.build.directory}/server.json")
  private @Nullable File registryFile;

  /**
   * URL at which the bundle can be downloaded. The official registry accepts releases on GitHub and
   * GitLab.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.bundleUrl")
  private @Nullable String bundleUrl;

  /**
   * Name of the server's image with its tag: {@code ghcr.io/acme/acme-mcp:1.2.3}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.imageName")
  private @Nullable String imageName;

  /**
   * URL of the MCP endpoint if the server is hosted: {@code https://mcp.example.com/mcp}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.remoteUrl")
  private @Nullable String remoteUrl;

  /**
   * Whether callers of the hosted server sign in with OAuth instead of sending a key.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.remoteOauth", defaultValue = "false")
  private boolean remoteOauth;

  @Override
  Step prepare(GenerationRequest request) throws IOException {
    Path target = report(given(bundleFile, "bundleFile")).target(request).orElseThrow();
    BundleGeneration bundle =
        BundleGeneration.prepare(request, bundle(target), Optional.ofNullable(registry(request)));
    return () -> {
      bundle.write();
      getLog().info(target + ": " + bundle.summary());
    };
  }

  private BundleRequest bundle(Path target) {
    PomFacts facts = new PomFacts(given(project, "project"));
    return new BundleRequest(
        target,
        given(serverJar, "serverJar").toPath(),
        facts.libraries(),
        Optional.ofNullable(mainClass),
        inputSpec == null,
        about(facts),
        serverArguments == null ? List.of() : serverArguments,
        platforms == null ? List.of() : platforms,
        Optional.ofNullable(javaRuntime).map(File::toPath));
  }

  private BundleAbout about(PomFacts facts) {
    return new BundleAbout(
        bundleVersion == null ? facts.semanticVersion() : bundleVersion,
        Optional.ofNullable(displayName),
        Optional.ofNullable(description),
        author == null
            ? new BundleAbout.Author(facts.author(), facts.email(), facts.authorUrl())
            : new BundleAbout.Author(Optional.of(author), Optional.empty(), Optional.empty()),
        Optional.ofNullable(icon).map(File::toPath),
        facts.homepage(),
        Optional.ofNullable(documentationUrl),
        facts.support(),
        facts.repository(),
        facts.license(),
        privacyPolicies == null ? List.of() : privacyPolicies);
  }

  private @Nullable RegistryRequest registry(GenerationRequest request) {
    if (registryName == null) {
      return null;
    }
    Path target = report(given(registryFile, "registryFile")).target(request).orElseThrow();
    return new RegistryRequest(
        target,
        registryName,
        Optional.ofNullable(bundleUrl),
        Optional.ofNullable(imageName),
        Optional.ofNullable(remoteUrl),
        remoteOauth);
  }
}

package dev.dragoman.runtime;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;

/**
 * All that makes a server for one API: its name, where the API is, how credentials are sent, and
 * where the generated handlers and resources are. Generated; nothing is loaded by making it.
 *
 * @param vendor the word in header and variable names, e.g. {@code GitHub} for {@code
 *     X-GitHub-Access-Mode} and {@code GITHUB_ACCESS_MODE}
 * @param title the API's title
 * @param version the API's version, as the document has it
 * @param environments where the API is served, the default first; empty when the document names no
 *     server and the operator must
 * @param securitySchemes the schemes of the document
 * @param security the API's own security requirements: alternatives of schemes needed together
 * @param resources a class whose loader has the generated resources
 * @param resourceRoot folder of the resources, without leading or trailing slash
 * @param operationCount how many operations there are
 * @param authModes on whose behalf the credential of a security scheme is, by the scheme's name;
 *     schemes for every mode are not among them
 * @param organizationParameters names of the parameters and body fields that the partner's default
 *     organization fills where the agent gives none
 * @param groups makes the group with a number; the class of a group is loaded only then
 */
public record ServerDefinition(
    String vendor,
    String title,
    String version,
    List<Environment> environments,
    List<SecurityScheme> securitySchemes,
    List<List<String>> security,
    Class<?> resources,
    String resourceRoot,
    int operationCount,
    Map<String, AuthMode> authModes,
    List<String> organizationParameters,
    IntFunction<OperationGroup> groups) {

  public ServerDefinition {
    Objects.requireNonNull(vendor);
    Objects.requireNonNull(title);
    Objects.requireNonNull(version);
    environments = List.copyOf(environments);
    securitySchemes = List.copyOf(securitySchemes);
    security = security.stream().map(List::copyOf).toList();
    Objects.requireNonNull(resources);
    Objects.requireNonNull(resourceRoot);
    authModes = Map.copyOf(authModes);
    organizationParameters = List.copyOf(organizationParameters);
    Objects.requireNonNull(groups);
  }

  /** The same definition with other security schemes. */
  public ServerDefinition withSecuritySchemes(List<SecurityScheme> schemes) {
    return new ServerDefinition(
        vendor,
        title,
        version,
        environments,
        schemes,
        security,
        resources,
        resourceRoot,
        operationCount,
        authModes,
        organizationParameters,
        groups);
  }

  public static Builder builder(String vendor) {
    return new Builder(vendor);
  }

  /** Collects the parts of a definition. */
  public static final class Builder {
    private final String vendor;
    private String title;
    private String version = "";
    private final List<Environment> environments = new ArrayList<>();
    private final List<SecurityScheme> securitySchemes = new ArrayList<>();
    private final List<List<String>> security = new ArrayList<>();
    private Class<?> resources = ServerDefinition.class;
    private String resourceRoot = "";
    private int operationCount;
    private final Map<String, AuthMode> authModes = new HashMap<>();
    private final List<String> organizationParameters = new ArrayList<>();
    private IntFunction<OperationGroup> groups =
        number -> {
          throw new IllegalArgumentException("no group " + number);
        };

    private Builder(String vendor) {
      this.vendor = vendor;
      this.title = vendor;
    }

    public Builder title(String title) {
      this.title = title;
      return this;
    }

    public Builder version(String version) {
      this.version = version;
      return this;
    }

    /** The first one is the default. */
    public Builder environment(String name, String baseUrl) {
      environments.add(new Environment(name, URI.create(baseUrl)));
      return this;
    }

    public Builder securityScheme(SecurityScheme scheme) {
      securitySchemes.add(scheme);
      return this;
    }

    /** One alternative: these schemes together. */
    public Builder securedBy(String... schemes) {
      security.add(List.of(schemes));
      return this;
    }

    /** The credential of this scheme is for one auth mode only. */
    public Builder authMode(String scheme, AuthMode mode) {
      authModes.put(scheme, mode);
      return this;
    }

    /** The partner's default organization fills the parameters and body fields of this name. */
    public Builder organizationParameter(String name) {
      organizationParameters.add(name);
      return this;
    }

    public Builder resources(Class<?> anchor, String root) {
      this.resources = anchor;
      this.resourceRoot = root;
      return this;
    }

    public Builder operations(int count, IntFunction<OperationGroup> groups) {
      this.operationCount = count;
      this.groups = groups;
      return this;
    }

    public ServerDefinition build() {
      return new ServerDefinition(
          vendor,
          title,
          version,
          environments,
          securitySchemes,
          security,
          resources,
          resourceRoot,
          operationCount,
          authModes,
          organizationParameters,
          groups);
    }
  }
}

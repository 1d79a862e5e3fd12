package dev.dragoman.runtime;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;

/**
 * Everything needed to run a server for one API: its name, where the API is served, how credentials
 * are sent, and where the generated handlers and resources are. Generated; creating it does not
 * load any classes.
 *
 * @param vendor the word used in header and variable names, e.g. {@code GitHub} for {@code
 *     X-GitHub-Access-Mode} and {@code GITHUB_ACCESS_MODE}
 * @param title the API's title
 * @param version the API's version, as written in the document
 * @param environments where the API is served, the default first; empty if the document lists no
 *     servers and the operator must configure one
 * @param securitySchemes the security schemes of the document
 * @param security the API's own security requirements: alternatives, each a list of schemes needed
 *     together
 * @param resources a class whose class loader finds the generated resources
 * @param resourceRoot the folder of the resources, without leading or trailing slash
 * @param operationCount the number of operations
 * @param authModes the auth mode for which a security scheme's credential is used, by scheme name;
 *     schemes for every mode are not included
 * @param organizationParameters the names of the parameters and body fields that are filled with
 *     the partner's default organization if the agent does not supply them
 * @param groups creates the group with a given number; a group's class is loaded only then
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

  /** This definition with other security schemes. */
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
          throw new IllegalArgumentException("unknown group " + number);
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

    /** Adds an environment. The first one is the default. */
    public Builder environment(String name, String baseUrl) {
      environments.add(new Environment(name, URI.create(baseUrl)));
      return this;
    }

    public Builder securityScheme(SecurityScheme scheme) {
      securitySchemes.add(scheme);
      return this;
    }

    /** Adds one alternative: the given schemes together. */
    public Builder securedBy(String... schemes) {
      security.add(List.of(schemes));
      return this;
    }

    /** Restricts the credential of a scheme to one auth mode. */
    public Builder authMode(String scheme, AuthMode mode) {
      authModes.put(scheme, mode);
      return this;
    }

    /** Fills parameters and body fields of this name with the partner's default organization. */
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

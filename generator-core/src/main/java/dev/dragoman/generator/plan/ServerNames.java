package dev.dragoman.generator.plan;

import java.util.Objects;

/**
 * The names and places of what is generated for a server.
 *
 * @param vendor the word in header and variable names
 * @param packageName package of the main class and the definition
 * @param operationsPackage package of the groups
 * @param modelPackage package of the types of request bodies
 * @param apiClass simple name of the definition's class
 * @param serverClass simple name of the main class
 * @param resourceRoot folder of the resources, without leading or trailing slash
 * @param source file name of the document, for the headers of generated files
 */
public record ServerNames(
    String vendor,
    String packageName,
    String operationsPackage,
    String modelPackage,
    String apiClass,
    String serverClass,
    String resourceRoot,
    String source) {
  public ServerNames {
    Objects.requireNonNull(vendor);
    Objects.requireNonNull(packageName);
    Objects.requireNonNull(operationsPackage);
    Objects.requireNonNull(modelPackage);
    Objects.requireNonNull(apiClass);
    Objects.requireNonNull(serverClass);
    Objects.requireNonNull(resourceRoot);
    Objects.requireNonNull(source);
  }
}

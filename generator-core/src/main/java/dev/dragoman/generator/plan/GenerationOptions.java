package dev.dragoman.generator.plan;

import java.util.Objects;
import java.util.Optional;

/**
 * What a user chooses about one API.
 *
 * @param apiName the vendor's word: class prefix, header and variable names; empty to take it from
 *     the document's title
 * @param packageName Java package of the generated classes
 * @param baseUrl where the API is, in place of the document's servers
 * @param semanticSearch whether search shall rank by meaning too, for which a sentence encoder has
 *     to be on the generator's class path
 */
public record GenerationOptions(
    Optional<String> apiName,
    String packageName,
    Optional<String> baseUrl,
    boolean semanticSearch) {
  public GenerationOptions {
    Objects.requireNonNull(apiName);
    Objects.requireNonNull(packageName);
    Objects.requireNonNull(baseUrl);
  }

  /** Options for a server whose search goes by words. */
  public GenerationOptions(Optional<String> apiName, String packageName, Optional<String> baseUrl) {
    this(apiName, packageName, baseUrl, false);
  }

  /** The same with semantic search, or without. */
  public GenerationOptions withSemanticSearch(boolean chosen) {
    return new GenerationOptions(apiName, packageName, baseUrl, chosen);
  }

  /** Options with a package and nothing else chosen. */
  public static GenerationOptions inPackage(String packageName) {
    return new GenerationOptions(Optional.empty(), packageName, Optional.empty());
  }
}

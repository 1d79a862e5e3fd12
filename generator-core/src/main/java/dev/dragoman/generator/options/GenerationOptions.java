package dev.dragoman.generator.options;

import dev.dragoman.runtime.execute.uri.HostAndPort;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.Optional;

/**
 * What a user chooses about one API.
 *
 * @param apiName the vendor's word: class prefix, header and variable names; empty to take it from
 *     the document's title
 * @param packageName Java package of the generated classes
 * @param baseUrl where the API is, in place of the document's servers
 * @param operator what the operator says about operations and credentials
 * @param semanticSearch whether search shall rank by meaning too, for which a sentence encoder has
 *     to be on the generator's class path
 */
public record GenerationOptions(
    Optional<String> apiName,
    String packageName,
    Optional<String> baseUrl,
    OperatorChoices operator,
    boolean semanticSearch) {
  public GenerationOptions {
    Objects.requireNonNull(apiName);
    Objects.requireNonNull(packageName);
    Objects.requireNonNull(baseUrl);
    Objects.requireNonNull(operator);
  }

  /** Options of an operator who says nothing; search goes by words. */
  public GenerationOptions(Optional<String> apiName, String packageName, Optional<String> baseUrl) {
    this(apiName, packageName, baseUrl, OperatorChoices.NONE, false);
  }

  /** The same with what an operator says. */
  public GenerationOptions withOperator(OperatorChoices choices) {
    return new GenerationOptions(apiName, packageName, baseUrl, choices, semanticSearch);
  }

  /** The same with semantic search, or without. */
  public GenerationOptions withSemanticSearch(boolean chosen) {
    return new GenerationOptions(apiName, packageName, baseUrl, operator, chosen);
  }

  /** Whether a text is an absolute http or https URL with a host that can be called. */
  public static boolean isBaseUrl(String text) {
    try {
      URI url = HostAndPort.ascii(new URI(text));
      boolean http = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
      return http && HostAndPort.of(url).isPresent();
    } catch (URISyntaxException notAUrl) {
      return false;
    }
  }

  /** Options with a package and nothing else chosen. */
  public static GenerationOptions inPackage(String packageName) {
    return new GenerationOptions(Optional.empty(), packageName, Optional.empty());
  }
}

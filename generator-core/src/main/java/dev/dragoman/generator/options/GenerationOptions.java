package dev.dragoman.generator.options;

import dev.dragoman.runtime.execute.uri.HostAndPort;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.SourceVersion;

/**
 * A user's choices for one API.
 *
 * @param apiName the vendor's name: class prefix, header and variable names; derived from the
 *     document's title if empty
 * @param packageName Java package of the generated classes
 * @param baseUrl the URL of the API, which replaces the document's servers
 * @param operator the operator's choices about operations and credentials
 * @param semanticSearch whether search also ranks by meaning, which requires a sentence encoder on
 *     the generator's class path
 * @param scripts whether the server offers the tool {@code run_script}, which requires the engine
 *     among its libraries
 */
public record GenerationOptions(
    Optional<String> apiName,
    String packageName,
    Optional<String> baseUrl,
    OperatorChoices operator,
    boolean semanticSearch,
    boolean scripts) {
  public GenerationOptions {
    Objects.requireNonNull(apiName);
    Objects.requireNonNull(packageName);
    Objects.requireNonNull(baseUrl);
    Objects.requireNonNull(operator);
  }

  /** Options without choices of the operator, without semantic search and without scripts. */
  public GenerationOptions(Optional<String> apiName, String packageName, Optional<String> baseUrl) {
    this(apiName, packageName, baseUrl, OperatorChoices.NONE, false, false);
  }

  /** These options with the operator's choices. */
  public GenerationOptions withOperator(OperatorChoices choices) {
    return new GenerationOptions(apiName, packageName, baseUrl, choices, semanticSearch, scripts);
  }

  /** These options with or without semantic search. */
  public GenerationOptions withSemanticSearch(boolean chosen) {
    return new GenerationOptions(apiName, packageName, baseUrl, operator, chosen, scripts);
  }

  /** These options with or without scripts. */
  public GenerationOptions withScripts(boolean chosen) {
    return new GenerationOptions(apiName, packageName, baseUrl, operator, semanticSearch, chosen);
  }

  /** Whether a text can be a vendor's name, from which names of classes and headers are made. */
  public static boolean isApiName(String text) {
    return text.matches("[A-Za-z][A-Za-z0-9 -]{0,39}");
  }

  /** Whether a text is the name of a Java package. */
  public static boolean isPackageName(String text) {
    return SourceVersion.isName(text);
  }

  /** Whether a text is an absolute http or https URL with a valid host. */
  public static boolean isBaseUrl(String text) {
    try {
      URI url = HostAndPort.ascii(new URI(text));
      boolean http = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
      return http && HostAndPort.of(url).isPresent();
    } catch (URISyntaxException notAUrl) {
      return false;
    }
  }

  /** Default options with a package. */
  public static GenerationOptions inPackage(String packageName) {
    return new GenerationOptions(Optional.empty(), packageName, Optional.empty());
  }
}

package dev.dragoman.runtime;

import java.util.Locale;
import java.util.Objects;

/**
 * The names of the headers and environment variables that a vendor's server reads.
 *
 * @param headerPrefix e.g. {@code X-GitHub-}
 * @param variablePrefix e.g. {@code GITHUB_}
 */
public record AccessNames(String headerPrefix, String variablePrefix) {

  public AccessNames {
    Objects.requireNonNull(headerPrefix);
    Objects.requireNonNull(variablePrefix);
  }

  /**
   * The names for a vendor.
   *
   * @throws IllegalArgumentException if the vendor's name contains no ASCII letter or digit
   */
  public static AccessNames of(String vendor) {
    String words = words(vendor);
    if (words.isEmpty()) {
      throw new IllegalArgumentException("the vendor's name contains no ASCII letter or digit");
    }
    return new AccessNames(
        "X-" + words + "-", words.replace('-', '_').toUpperCase(Locale.ROOT) + "_");
  }

  public String accessModeHeader() {
    return headerPrefix + "Access-Mode";
  }

  public String authModeHeader() {
    return headerPrefix + "Auth-Mode";
  }

  public String organizationHeader() {
    return headerPrefix + "Partner-Org-Id";
  }

  public String environmentHeader() {
    return headerPrefix + "Environment";
  }

  public String accessModeVariable() {
    return variable("access-mode");
  }

  /** The variable for the access mode as a checkbox: {@code true} or {@code false}. */
  public String readOnlyVariable() {
    return variable("read-only");
  }

  public String authModeVariable() {
    return variable("auth-mode");
  }

  public String organizationVariable() {
    return variable("partner-org-id");
  }

  public String environmentVariable() {
    return variable("environment");
  }

  /** The header with a caller's key on a server of several APIs, e.g. {@code X-GitHub-Api-Key}. */
  public String apiKeyHeader() {
    return headerPrefix + "Api-Key";
  }

  public String apiKeyVariable() {
    return variable("api-key");
  }

  /** The header that carries a caller's credential for one security scheme. */
  public String credentialHeader(String scheme) {
    return headerPrefix + "Credential-" + words(scheme);
  }

  /** The environment variable that contains the caller's credential for one security scheme. */
  public String credentialVariable(String scheme) {
    return variable("credential-" + words(scheme));
  }

  /** Keeps letters and digits and replaces everything between them with a single dash. */
  private static String words(String text) {
    return text.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
  }

  public String baseUrlVariable() {
    return variable("base-url");
  }

  /** The environment variable equivalent to a flag, e.g. {@code GITHUB_PORT} for {@code port}. */
  public String variable(String flag) {
    return variablePrefix + flag.replace('-', '_').toUpperCase(Locale.ROOT);
  }
}

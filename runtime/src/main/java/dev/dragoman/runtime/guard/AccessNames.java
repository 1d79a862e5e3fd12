package dev.dragoman.runtime.guard;

import java.util.Locale;

/**
 * The names of the headers and variables that a vendor's server reads.
 *
 * @param headerPrefix e.g. {@code X-GitHub-}
 * @param variablePrefix e.g. {@code GITHUB_}
 */
public record AccessNames(String headerPrefix, String variablePrefix) {

  /** The names for a vendor, whose word holds letters, digits, blanks and dashes. */
  public static AccessNames of(String vendor) {
    String words = vendor.strip().replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
    return new AccessNames(
        "X-" + words + "-", words.replace('-', '_').toUpperCase(Locale.ROOT) + "_");
  }

  public String accessModeHeader() {
    return headerPrefix + "Access-Mode";
  }

  public String authModeHeader() {
    return headerPrefix + "Auth-Mode";
  }

  public String organisationHeader() {
    return headerPrefix + "Partner-Org-Id";
  }

  public String accessModeVariable() {
    return variablePrefix + "ACCESS_MODE";
  }

  public String authModeVariable() {
    return variablePrefix + "AUTH_MODE";
  }

  public String organisationVariable() {
    return variablePrefix + "PARTNER_ORG_ID";
  }

  public String apiKeyVariable() {
    return variablePrefix + "API_KEY";
  }

  public String baseUrlVariable() {
    return variablePrefix + "BASE_URL";
  }
}

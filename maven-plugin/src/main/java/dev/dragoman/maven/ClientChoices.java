package dev.dragoman.maven;

import dev.dragoman.generator.ClientOptions;
import dev.dragoman.generator.goal.GoalFailure;
import dev.dragoman.runtime.auth.AuthenticationMethod;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of the goal {@code clients}. */
final class ClientChoices {
  private static final String NONE = "none";

  private final @Nullable String url;
  private final @Nullable String jar;
  private final @Nullable String bundleName;
  private final @Nullable List<String> waysIn;
  private final @Nullable String oauthIssuer;
  private final List<String> problems = new ArrayList<>();

  ClientChoices(
      @Nullable String url,
      @Nullable String jar,
      @Nullable String bundleName,
      @Nullable List<String> waysIn,
      @Nullable String oauthIssuer) {
    this.url = url;
    this.jar = jar;
    this.bundleName = bundleName;
    this.waysIn = waysIn;
    this.oauthIssuer = oauthIssuer;
  }

  /**
   * The options.
   *
   * @throws GoalFailure with all problems
   */
  ClientOptions options() {
    Optional<URI> endpoint =
        NONE.equals(url) ? Optional.empty() : address(url, "url", "https://mcp.example.com/mcp");
    Optional<URI> issuer = address(oauthIssuer, "oauthIssuer", "https://login.example.com");
    Set<AuthenticationMethod> ways = ways(issuer.isPresent());
    if (NONE.equals(url) && jar == null && bundleName == null) {
      problems.add(
          "-Ddragoman.url=none needs -Ddragoman.jar or -Ddragoman.bundleName: otherwise no client"
              + " can reach the server.");
    }
    if (!problems.isEmpty()) {
      throw new GoalFailure(String.join(System.lineSeparator(), problems));
    }
    return new ClientOptions(
        endpoint, Optional.ofNullable(jar), Optional.ofNullable(bundleName), ways, issuer);
  }

  private Optional<URI> address(@Nullable String value, String name, String example) {
    if (value == null) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(value);
      boolean http = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (http && uri.getHost() != null && uri.getUserInfo() == null) {
        return Optional.of(uri);
      }
    } catch (URISyntaxException e) {
      // Reported below.
    }
    problems.add(
        "-Ddragoman.%s=%s: must be an http or https URL without user information, such as %s."
            .formatted(name, value, example));
    return Optional.empty();
  }

  /** The methods besides OAuth, which follows from the authorization server. */
  private Set<AuthenticationMethod> ways(boolean oauth) {
    if (waysIn == null || waysIn.isEmpty()) {
      return oauth
          ? Set.of()
          : EnumSet.of(AuthenticationMethod.ANONYMOUS, AuthenticationMethod.API_KEY);
    }
    Set<AuthenticationMethod> ways = EnumSet.noneOf(AuthenticationMethod.class);
    for (String word : waysIn) {
      AuthenticationMethod.of(word)
          .ifPresentOrElse(
              ways::add,
              () ->
                  problems.add(
                      "-Ddragoman.waysIn: %s must be anonymous, api-key or oauth."
                          .formatted(word)));
    }
    if (ways.remove(AuthenticationMethod.OAUTH) != oauth) {
      problems.add(
          oauth
              ? "-Ddragoman.waysIn must contain oauth if -Ddragoman.oauthIssuer is set."
              : "-Ddragoman.waysIn contains oauth: set -Ddragoman.oauthIssuer, too.");
    }
    return ways;
  }
}

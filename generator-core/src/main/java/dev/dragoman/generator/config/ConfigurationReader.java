package dev.dragoman.generator.config;

import dev.dragoman.generator.model.ApiModel.SecurityRequirement;
import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.options.OperatorChoices;
import dev.dragoman.generator.plan.access.AccessWords;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Environment;
import dev.dragoman.runtime.execute.uri.HostAndPort;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Converts a tree to a configuration. All problems are reported, not only the first one. */
final class ConfigurationReader {
  private static final Set<String> MEMBERS =
      Set.of(
          "apiName",
          "packageName",
          "baseUrl",
          "overlays",
          "operations",
          "includes",
          "excludes",
          "excludeDeprecated",
          "authModes",
          "securitySchemes",
          "security",
          "organizationParameters",
          "environments",
          "client",
          "toolDescriptions",
          "toolMode",
          "tools");

  private final Problems problems;
  private final RuleReader rules;

  ConfigurationReader(Problems problems) {
    this.problems = problems;
    this.rules = new RuleReader(problems);
  }

  /** The configuration in a tree; its problems are reported. */
  Configuration read(Json tree) {
    Members in = Members.of(tree, problems, MEMBERS);
    OperatorChoices choices =
        new OperatorChoices(
            in.list("operations").stream().map(rules::rule).toList(),
            in.list("includes").stream().map(rules::match).toList(),
            in.list("excludes").stream().map(rules::match).toList(),
            in.flag("excludeDeprecated"),
            authModes(in),
            in.list("securitySchemes").stream()
                .map(scheme -> SchemeReader.scheme(scheme, problems))
                .flatMap(Optional::stream)
                .toList(),
            in.texts("security").stream().map(text -> requirement(in, text)).toList(),
            in.texts("organizationParameters"),
            in.list("environments").stream()
                .map(this::environment)
                .flatMap(Optional::stream)
                .toList(),
            in.flag("client"),
            new ToolReader(problems).read(in));
    return new Configuration(
        apiName(in),
        packageName(in),
        baseUrl(in),
        in.texts("overlays").stream().map(Path::of).toList(),
        choices);
  }

  private static Optional<String> apiName(Members in) {
    Optional<String> name = in.text("apiName");
    if (name.isPresent() && !GenerationOptions.isApiName(name.get())) {
      in.fault(
          "apiName",
          "\"%s\" cannot be the vendor's name.".formatted(name.get()),
          "Start with a letter and use at most 40 letters, digits, spaces and hyphens, for example"
              + " GitHub.");
    }
    return name;
  }

  private static Optional<String> packageName(Members in) {
    Optional<String> name = in.text("packageName");
    if (name.isPresent() && !GenerationOptions.isPackageName(name.get())) {
      in.fault(
          "packageName",
          "\"%s\" is not the name of a Java package.".formatted(name.get()),
          "For example: com.example.github.");
    }
    return name;
  }

  private static Optional<String> baseUrl(Members in) {
    Optional<String> url = in.text("baseUrl");
    if (url.isPresent() && url.flatMap(ConfigurationReader::http).isEmpty()) {
      in.fault("baseUrl", "Not an absolute http or https URL.", "");
    }
    return url;
  }

  private static Map<String, Set<AuthMode>> authModes(Members in) {
    Map<String, Set<AuthMode>> modes = new LinkedHashMap<>();
    in.map("authModes")
        .forEach(
            (scheme, value) -> {
              Set<AuthMode> named = EnumSet.noneOf(AuthMode.class);
              List<Json> words = value instanceof Json.Arr array ? array.items() : List.of(value);
              for (Json word : words) {
                named.addAll(
                    word instanceof Json.Str text ? AccessWords.authModes(text.value()) : Set.of());
              }
              if (named.isEmpty()) {
                in.fault("authModes", "\"" + scheme + "\" must be user, partner or both.", "");
              } else {
                modes.put(scheme, named);
              }
            });
    return modes;
  }

  /** A security requirement: schemes that are needed together, separated by plus signs. */
  private static SecurityRequirement requirement(Members in, String text) {
    Map<String, List<String>> schemes = new LinkedHashMap<>();
    for (String name : text.split("\\+", -1)) {
      if (name.isBlank()) {
        // A requirement without a scheme would allow every call without a credential.
        String message = "\"" + text + "\" contains an empty scheme name.";
        in.fault("security", message, "Write, for example, key, or key + login to require both.");
      }
      schemes.put(name.strip(), List.of());
    }
    return new SecurityRequirement(schemes);
  }

  private Optional<Environment> environment(Json value) {
    Members in = Members.of(value, problems, Set.of("name", "url"));
    if (!(value instanceof Json.Obj)) {
      return Optional.empty();
    }
    Optional<String> name = in.text("name").filter(n -> n.matches("[a-z0-9][a-z0-9-]{0,29}"));
    Optional<URI> url = in.text("url").flatMap(ConfigurationReader::http);
    if (name.isEmpty() || url.isEmpty()) {
      Members.fault(
          problems,
          in.location(),
          "An environment needs a name of lowercase letters, digits and hyphens, and an http or"
              + " https url.",
          "For example: name sandbox, url https://sandbox.example.com.");
      return Optional.empty();
    }
    return Optional.of(new Environment(name.get(), url.get()));
  }

  /**
   * An absolute http or https URL without user information, query and fragment; empty otherwise.
   */
  private static Optional<URI> http(String text) {
    try {
      URI url = HostAndPort.ascii(new URI(text));
      boolean isHttp = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
      boolean plain =
          url.getRawUserInfo() == null && url.getRawQuery() == null && url.getRawFragment() == null;
      return isHttp && plain && HostAndPort.of(url).isPresent()
          ? Optional.of(url)
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}

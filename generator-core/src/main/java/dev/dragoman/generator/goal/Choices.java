package dev.dragoman.generator.goal;

import dev.dragoman.generator.options.GenerationOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The textual settings of an API, validated before any file is read.
 *
 * @param apiName the vendor's name; derived from the title if empty
 * @param packageName package of the generated classes
 * @param baseUrl URL of the API, instead of the document's servers
 */
public record Choices(Optional<String> apiName, String packageName, Optional<String> baseUrl) {
  public Choices {
    Objects.requireNonNull(apiName);
    Objects.requireNonNull(packageName);
    Objects.requireNonNull(baseUrl);
  }

  /**
   * Converts the settings to options.
   *
   * @throws GoalFailure listing all invalid settings
   */
  public GenerationOptions check(SettingNames names) {
    List<String> wrong = new ArrayList<>();
    apiName
        .filter(name -> !GenerationOptions.isApiName(name))
        .ifPresent(
            name ->
                wrong.add(
                    names.written("apiName", name)
                        + ": start with a letter and use at most 40 letters, digits, spaces and"
                        + " hyphens, for example GitHub."));
    if (!GenerationOptions.isPackageName(packageName)) {
      wrong.add(
          names.written("packageName", packageName)
              + ": not a valid Java package name; use, for example, com.example.github.");
    }
    baseUrl
        .filter(url -> !GenerationOptions.isBaseUrl(url))
        .ifPresent(
            url ->
                wrong.add(names.written("baseUrl", url) + ": not an absolute http or https URL."));
    if (!wrong.isEmpty()) {
      throw new GoalFailure(
          names.settings() + " is not valid: " + String.join(System.lineSeparator(), wrong));
    }
    return new GenerationOptions(apiName, packageName, baseUrl);
  }
}

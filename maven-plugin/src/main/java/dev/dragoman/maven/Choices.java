package dev.dragoman.maven;

import dev.dragoman.generator.options.GenerationOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.SourceVersion;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** The textual settings of an API, validated before any file is read. */
record Choices(@Nullable String apiName, String packageName, @Nullable String baseUrl) {

  /**
   * Converts the settings to options.
   *
   * @throws MojoFailureException listing all invalid settings
   */
  GenerationOptions check() throws MojoFailureException {
    List<String> wrong = new ArrayList<>();
    if (apiName != null && !apiName.matches("[A-Za-z][A-Za-z0-9 -]{0,39}")) {
      wrong.add(
          "<apiName>"
              + apiName
              + "</apiName>: start with a letter and use at most 40 letters, digits, spaces and"
              + " hyphens, for example GitHub.");
    }
    if (!SourceVersion.isName(packageName)) {
      wrong.add(
          "<packageName>"
              + packageName
              + "</packageName>: not a valid Java package name; use, for example, com.example.github.");
    }
    if (baseUrl != null && !GenerationOptions.isBaseUrl(baseUrl)) {
      wrong.add("<baseUrl>" + baseUrl + "</baseUrl>: not an absolute http or https URL.");
    }
    if (!wrong.isEmpty()) {
      throw new MojoFailureException(
          "The configuration of dragoman-maven-plugin is not valid: "
              + String.join(System.lineSeparator(), wrong));
    }
    return new GenerationOptions(
        Optional.ofNullable(apiName), packageName, Optional.ofNullable(baseUrl));
  }
}

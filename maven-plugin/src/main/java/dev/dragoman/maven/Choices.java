package dev.dragoman.maven;

import dev.dragoman.generator.options.GenerationOptions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.SourceVersion;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** What the user configured in words, checked before anything is read. */
record Choices(@Nullable String apiName, String packageName, @Nullable String baseUrl) {

  /**
   * The options they make.
   *
   * @throws MojoFailureException with everything that is wrong
   */
  GenerationOptions check() throws MojoFailureException {
    List<String> wrong = new ArrayList<>();
    if (apiName != null && !apiName.matches("[A-Za-z][A-Za-z0-9 -]{0,39}")) {
      wrong.add(
          "<apiName>"
              + apiName
              + "</apiName>: start with a letter and use at most 40 letters, digits, blanks and"
              + " dashes, e.g. GitHub.");
    }
    if (!SourceVersion.isName(packageName)) {
      wrong.add(
          "<packageName>"
              + packageName
              + "</packageName>: is no Java package name; write e.g. com.example.github.");
    }
    if (baseUrl != null && !GenerationOptions.isBaseUrl(baseUrl)) {
      wrong.add("<baseUrl>" + baseUrl + "</baseUrl>: write an absolute URL with http or https.");
    }
    if (!wrong.isEmpty()) {
      throw new MojoFailureException(
          "The configuration of dragoman-maven-plugin has to change: "
              + String.join(System.lineSeparator(), wrong));
    }
    return new GenerationOptions(
        Optional.ofNullable(apiName), packageName, Optional.ofNullable(baseUrl));
  }
}

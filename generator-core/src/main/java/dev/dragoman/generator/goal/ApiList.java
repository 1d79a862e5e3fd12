package dev.dragoman.generator.goal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * The APIs of a goal: one document, a folder of them, or a list. Exactly one of the three is set.
 *
 * @param inputSpec one document
 * @param inputDirectory a folder of documents
 * @param apis a list of APIs
 */
public record ApiList(
    Optional<Path> inputSpec, Optional<Path> inputDirectory, List<ApiChoice> apis) {
  private static final Pattern DOCUMENT = Pattern.compile("(?i)[^.].*\\.(ya?ml|json)");

  public ApiList {
    Objects.requireNonNull(inputSpec);
    Objects.requireNonNull(inputDirectory);
    apis = List.copyOf(apis);
  }

  /** Whether there is one document, named by {@code inputSpec}. */
  boolean isSingle() {
    return inputSpec.isPresent();
  }

  /**
   * Returns the APIs, each with a document and a package.
   *
   * @throws GoalFailure if no document is configured or two APIs have the same name
   */
  List<ApiChoice> resolve(String packageName, SettingNames names) {
    refuseAnythingButOne(names);
    if (inputSpec.isPresent()) {
      ApiChoice only = ApiChoice.of(inputSpec.get());
      return List.of(
          new ApiChoice(
              only.document(),
              only.apiName(),
              Optional.of(packageName),
              only.baseUrl(),
              only.lockFile()));
    }
    List<ApiChoice> all = new ArrayList<>();
    for (ApiChoice api : inputDirectory.isEmpty() ? apis : documents(inputDirectory.get())) {
      all.add(complete(api, packageName, names));
    }
    refuseNamesakes(all, names);
    return all;
  }

  private void refuseAnythingButOne(SettingNames names) {
    List<String> given = new ArrayList<>();
    inputSpec.ifPresent(file -> given.add(names.name("inputSpec")));
    inputDirectory.ifPresent(folder -> given.add(names.name("inputDirectory")));
    if (!apis.isEmpty()) {
      given.add(names.name("apis"));
    }
    if (given.isEmpty()) {
      throw new GoalFailure("No OpenAPI document is configured. " + names.howToNameDocument());
    }
    if (given.size() > 1) {
      throw new GoalFailure(
          names.settings() + " is not valid: set only one of " + String.join(" and ", given) + ".");
    }
  }

  private static List<ApiChoice> documents(Path folder) {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> all =
          Files.newDirectoryStream(
              folder, file -> DOCUMENT.matcher(String.valueOf(file.getFileName())).matches())) {
        all.forEach(files::add);
      } catch (IOException e) {
        throw Failures.of(e);
      }
    }
    if (files.isEmpty()) {
      throw new GoalFailure(
          folder + ": this folder contains no OpenAPI document (*.yaml, *.yml, *.json).");
    }
    Collections.sort(files);
    return files.stream().map(ApiChoice::of).toList();
  }

  private static ApiChoice complete(ApiChoice api, String packageName, SettingNames names) {
    Path document =
        api.document()
            .orElseThrow(
                () ->
                    new GoalFailure(
                        "%s is not valid: an <api> has no %s."
                            .formatted(names.settings(), names.name("inputSpec"))));
    String name =
        api.apiName()
            .orElseGet(
                () -> word(String.valueOf(document.getFileName()).replaceFirst("\\.[^.]*$", "")));
    return api.named(
        name, api.packageName().orElseGet(() -> packageName + "." + packagePart(name)));
  }

  /** Derives a vendor name from a file name. */
  private static String word(String name) {
    String word = name.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^[^A-Za-z]+|-+$", "");
    String cut = word.length() > 40 ? word.substring(0, 40) : word;
    return cut.isEmpty()
        ? "Vendor"
        : cut.substring(0, 1).toUpperCase(Locale.ROOT) + cut.substring(1);
  }

  private static String packagePart(String name) {
    String part = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    return SourceVersion.isName(part) ? part : part + "_";
  }

  private static void refuseNamesakes(List<ApiChoice> all, SettingNames names) {
    Map<String, ApiChoice> byName = new LinkedHashMap<>();
    for (ApiChoice api : all) {
      String packageName = api.packageName().orElseThrow();
      for (String name :
          List.of("name " + key(api.apiName().orElseThrow()), "package " + packageName)) {
        ApiChoice other = byName.putIfAbsent(name, api);
        if (other != null) {
          throw new GoalFailure(
              "%s and %s: two APIs have the %s. %s"
                  .formatted(
                      other.documentText(), api.documentText(), name, names.howToTellApart()));
        }
      }
    }
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}

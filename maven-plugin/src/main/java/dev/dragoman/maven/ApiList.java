package dev.dragoman.maven;

import dev.dragoman.maven.project.Modules;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** The APIs of an execution: one document, a folder of them, or a list. */
final class ApiList {
  private static final Pattern DOCUMENT = Pattern.compile("(?i)[^.].*\\.(ya?ml|json)");
  private final @Nullable File inputSpec;
  private final @Nullable File inputDirectory;
  private final List<Api> apis;
  private final Modules modules;

  ApiList(
      @Nullable File inputSpec,
      @Nullable File inputDirectory,
      @Nullable List<Api> apis,
      Modules modules) {
    this.inputSpec = inputSpec;
    this.inputDirectory = inputDirectory;
    this.apis = apis == null ? List.of() : apis;
    this.modules = modules;
  }

  /** Whether there is one document, named by {@code inputSpec}. */
  boolean isSingle() {
    return inputSpec != null;
  }

  /**
   * Returns the APIs, each with a document and a package.
   *
   * @throws MojoFailureException if no document is configured or two APIs have the same name
   */
  List<Api> resolve(String packageName) throws MojoFailureException {
    List<String> given = new ArrayList<>();
    add(given, inputSpec != null, "inputSpec");
    add(given, inputDirectory != null, "inputDirectory");
    add(given, !apis.isEmpty(), "apis");
    if (given.isEmpty()) {
      throw new MojoFailureException("No OpenAPI document is configured. " + advice());
    }
    if (given.size() > 1) {
      throw new MojoFailureException(
          "The configuration of dragoman-maven-plugin is not valid: set only one of "
              + String.join(" and ", given)
              + ".");
    }
    if (inputSpec != null) {
      return List.of(Api.of(inputSpec, packageName));
    }
    List<Api> all = inputDirectory == null ? apis : documents(inputDirectory);
    for (Api api : all) {
      complete(api, packageName);
    }
    refuseNamesakes(all);
    return all;
  }

  private static void add(List<String> given, boolean isGiven, String name) {
    if (isGiven) {
      given.add("<" + name + ">");
    }
  }

  /** A goal that is invoked by name does not have the configuration of an execution in the POM. */
  private String advice() {
    List<String> commands = modules.commands();
    String named = "Set -Ddragoman.inputSpec=FILE or <inputSpec>";
    return commands.isEmpty()
        ? named + "."
        : named
            + ", or use the configuration of an execution in the POM:"
            + System.lineSeparator()
            + String.join(System.lineSeparator(), commands);
  }

  private static List<Api> documents(File folder) throws MojoFailureException {
    File[] files = folder.listFiles((dir, name) -> DOCUMENT.matcher(name).matches());
    if (files == null || files.length == 0) {
      throw new MojoFailureException(
          folder + ": this folder contains no OpenAPI document (*.yaml, *.yml, *.json).");
    }
    Arrays.sort(files);
    return Arrays.stream(files).map(file -> Api.of(file, null)).toList();
  }

  private static void complete(Api api, String packageName) throws MojoFailureException {
    File document = api.inputSpec;
    if (document == null) {
      throw new MojoFailureException(
          "The configuration of dragoman-maven-plugin is not valid: an <api> has no <inputSpec>.");
    }
    if (api.apiName == null) {
      api.apiName = word(document.getName().replaceFirst("\\.[^.]*$", ""));
    }
    if (api.packageName == null) {
      api.packageName = packageName + "." + packagePart(api.apiName);
    }
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

  private static void refuseNamesakes(List<Api> all) throws MojoFailureException {
    Map<String, Api> byName = new LinkedHashMap<>();
    for (Api api : all) {
      for (String name : List.of("name " + key(api.apiName), "package " + api.packageName)) {
        Api other = byName.putIfAbsent(name, api);
        if (other != null && other != api) {
          throw new MojoFailureException(
              "%s and %s: two APIs have the %s. Set <apiName> and <packageName> of one of them."
                  .formatted(other.inputSpec, api.inputSpec, name));
        }
      }
    }
  }

  private static String key(@Nullable String name) {
    return String.valueOf(name).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}

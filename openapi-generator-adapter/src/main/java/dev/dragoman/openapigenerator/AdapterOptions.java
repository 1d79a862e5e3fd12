package dev.dragoman.openapigenerator;

import dev.dragoman.generator.GeneratorBuild;
import dev.dragoman.generator.config.SettingsObject;
import dev.dragoman.generator.goal.ApiChoice;
import dev.dragoman.generator.goal.ApiList;
import dev.dragoman.generator.goal.GoalFailure;
import dev.dragoman.generator.goal.GoalSettings;
import dev.dragoman.generator.goal.GoalSettings.Output;
import dev.dragoman.generator.goal.GoalSettings.Parts;
import dev.dragoman.generator.goal.GoalSettings.Reading;
import dev.dragoman.generator.goal.LockModes;
import dev.dragoman.generator.problem.Location;
import dev.dragoman.runtime.text.NearestName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.openapitools.codegen.CliOption;
import org.openapitools.codegen.config.GlobalSettings;

/** The options of OpenAPI Generator and the properties of this generator, as settings of a goal. */
final class AdapterOptions {
  private static final String DEFAULT_PACKAGE = "server";

  /** In this order: {@code --package-name}, {@code --invoker-package}, {@code --api-package}. */
  private static final List<String> PACKAGES =
      List.of("packageName", "invokerPackage", "apiPackage");

  private static final Map<String, String> PROPERTIES = properties();

  /** Properties that OpenAPI Generator sets itself. */
  private static final Set<String> THEIRS =
      Set.of(
          "excludeTests",
          "generateAliasAsModel",
          "generateApiDocs",
          "generateApiTests",
          "generateApis",
          "generateModelDocs",
          "generateModelTests",
          "generateModels",
          "generateRecursiveDependentModels",
          "generateWebhooks",
          "gitHost",
          "gitRepoId",
          "gitUserId",
          "releaseNote");

  /** Global properties that choose what is generated. */
  private static final List<String> CHOICES =
      List.of("apis", "models", "supportingFiles", "webhooks");

  private final DragomanCodegen codegen;

  AdapterOptions(DragomanCodegen codegen) {
    this.codegen = codegen;
  }

  private static Map<String, String> properties() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("packageName", "Package of the generated classes (also invokerPackage or apiPackage).");
    all.put("apiName", "The vendor's name in class, header and variable names.");
    all.put("baseUrl", "Base URL of the API, instead of the document's servers.");
    all.put("configFile", "A configuration file of Dragoman: operations, credentials, tools.");
    all.put("overlays", "OpenAPI Overlays to apply, separated by semicolons.");
    all.put("specRoot", "The folder that the document's references must stay within.");
    all.put("allowedHosts", "Link-local hosts that may be servers, separated by semicolons.");
    all.put("strict", "Whether a warning about the document is an error.");
    all.put("lockFile", "The lock file. Default: the document's name with .lock appended.");
    all.put("locked", "Whether a difference from the lock is an error.");
    all.put("excludeDeprecated", "Whether to leave out deprecated operations.");
    all.put("client", "Whether to generate a typed client, too.");
    all.put("scripts", "Whether the server offers the tool run_script.");
    all.put("toolMode", "search, operations or both.");
    all.put("toolDescriptions", "summary, description or examples.");
    all.put("sourceFolder", "Folder of Java files in the output. Default: src/main/java.");
    all.put("resourceFolder", "Folder of resources in the output. Default: src/main/resources.");
    return all;
  }

  /** Adds what {@code config-help} shows. */
  static void describe(List<CliOption> options) {
    options.clear();
    PROPERTIES.forEach((name, text) -> options.add(CliOption.newString(name, text)));
  }

  static String version() {
    String written = DragomanCodegen.class.getPackage().getImplementationVersion();
    return written == null ? "unknown" : written;
  }

  /** The document as the user named it. */
  Path document() {
    return Path.of(codegen.getInputSpec());
  }

  /**
   * The settings.
   *
   * @throws GoalFailure if a flag is neither true nor false
   */
  GoalSettings settings() {
    Path out = Path.of(codegen.getOutputDir());
    return new GoalSettings(
        new ApiList(Optional.of(document()), Optional.empty(), List.of()),
        new ApiChoice(
            Optional.empty(),
            text("apiName"),
            Optional.of(packages().findFirst().orElse(DEFAULT_PACKAGE)),
            text("baseUrl"),
            text("lockFile").map(Path::of)),
        new Reading(
            Path.of(""),
            text("specRoot").map(Path::of),
            Set.copyOf(texts("allowedHosts")),
            texts("overlays").stream().map(Path::of).toList(),
            isSet("strict")),
        text("configFile").map(Path::of),
        configuration(),
        new Parts(false, isSet("scripts")),
        new Output(
            out.resolve(text("sourceFolder").orElse("src/main/java")),
            out.resolve(text("resourceFolder").orElse("src/main/resources")),
            out.resolve("reports"),
            out.resolve(".openapi-generator").resolve("dragoman"),
            GeneratorBuild.fingerprint(version())),
        LockModes.of(flag("locked")));
  }

  private Stream<String> packages() {
    return PACKAGES.stream().flatMap(name -> text(name).stream());
  }

  private SettingsObject configuration() {
    List<String> overlays = texts("overlays");
    return SettingsObject.at(Location.file("additional properties"))
        .texts("overlays", overlays.isEmpty() ? null : overlays)
        .flag("excludeDeprecated", isSet("excludeDeprecated"))
        .flag("client", isSet("client"))
        .text("toolMode", text("toolMode").orElse(null))
        .text("toolDescriptions", text("toolDescriptions").orElse(null));
  }

  /** What the user has set although it changes nothing here, one sentence each. */
  List<String> withoutEffect() {
    List<String> sentences = new ArrayList<>();
    for (String name : new TreeSet<>(codegen.additionalProperties().keySet())) {
      boolean known =
          PROPERTIES.containsKey(name) || PACKAGES.contains(name) || THEIRS.contains(name);
      if (!known) {
        sentences.add(
            "The property %s has no effect on the generator dragoman.%s"
                .formatted(
                    name,
                    NearestName.to(name, PROPERTIES.keySet())
                        .map(nearest -> " Did you mean " + nearest + "?")
                        .orElse("")));
      }
    }
    for (String name : CHOICES) {
      if (GlobalSettings.getProperty(name) != null) {
        sentences.add(
            "The global property %s has no effect: a server is generated as a whole. Leave operations"
                    .formatted(name)
                + " out with the configuration file.");
      }
    }
    mappings()
        .forEach(
            (name, mapping) -> {
              if (!mapping.isEmpty()) {
                sentences.add("The option " + name + " has no effect on the generator dragoman.");
              }
            });
    if (packages().distinct().count() > 1) {
      sentences.add("Only the first of packageName, invokerPackage and apiPackage has an effect.");
    }
    return sentences;
  }

  private Map<String, Map<?, ?>> mappings() {
    Map<String, Map<?, ?>> all = new LinkedHashMap<>();
    all.put("import-mappings", codegen.importMapping());
    all.put("inline-schema-name-mappings", codegen.inlineSchemaNameMapping());
    all.put("model-name-mappings", codegen.modelNameMapping());
    all.put("name-mappings", codegen.nameMapping());
    all.put("openapi-normalizer", codegen.openapiNormalizer());
    all.put("operation-id-name-mappings", codegen.operationIdNameMapping());
    all.put("parameter-name-mappings", codegen.parameterNameMapping());
    all.put("reserved-words-mappings", codegen.reservedWordsMappings());
    all.put("schema-mappings", codegen.schemaMapping());
    all.put("server-variables", codegen.serverVariableOverrides());
    all.put("type-mappings", codegen.typeMapping());
    return all;
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(codegen.property(name))
        .map(Object::toString)
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  private List<String> texts(String name) {
    return text(name).stream()
        .flatMap(text -> Arrays.stream(text.split(";", -1)))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private boolean isSet(String name) {
    return flag(name).orElse(false);
  }

  private Optional<Boolean> flag(String name) {
    return text(name)
        .map(
            text -> {
              if (!text.equals("true") && !text.equals("false")) {
                throw new GoalFailure(name + "=" + text + ": must be true or false.");
              }
              return text.equals("true");
            });
  }
}

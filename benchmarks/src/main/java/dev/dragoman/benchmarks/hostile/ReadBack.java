package dev.dragoman.benchmarks.hostile;

import dev.dragoman.runtime.catalog.Catalog;
import dev.dragoman.runtime.catalog.OperationCard;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import tools.jackson.databind.JsonNode;

/** Compares the contents of a server's archive with the document. */
final class ReadBack {
  private ReadBack() {}

  /** Missing or different texts; empty if all the text is there. */
  static List<String> faults(Path jar, SpecTexts spec, JsonNode report)
      throws IOException, ClassNotFoundException {
    String main;
    try (JarFile archive = new JarFile(jar.toFile())) {
      main = archive.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
    }
    String folder = main.substring(0, main.lastIndexOf('.')).replace('.', '/');
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
      // The class is used only to find its resources; none of its code is run.
      Class<?> anchor = Class.forName(main, false, loader);
      Catalog catalog = Catalog.of(anchor, "/META-INF/dragoman/" + folder);
      List<String> faults = new ArrayList<>();
      Set<String> told = new HashSet<>();
      strings(report, told);
      // A title that addresses models is not used; the report contains its location.
      if (!spec.title().isBlank()
          && !told.contains(spec.title().strip())
          && !told.contains("/info/title")) {
        faults.add("the title is not in the report as it is");
      }
      spec.operations().forEach(operation -> compare(operation, catalog, told, faults));
      return faults;
    }
  }

  private static void compare(
      SpecTexts.Operation operation, Catalog catalog, Set<String> told, List<String> faults) {
    OptionalInt ordinal = catalog.find(operation.route());
    if (ordinal.isEmpty()) {
      faults.add(operation.route() + " is not in the catalog");
      return;
    }
    OperationCard card = catalog.card(ordinal.getAsInt());
    if (!card.id().matches("[A-Za-z0-9_./:-]+")) {
      faults.add("the id " + card.id() + " is not ASCII");
    }
    JsonNode details = catalog.details(ordinal.getAsInt());
    Set<String> held = new HashSet<>(told);
    held.add(card.summary());
    strings(details, held);
    schemas(details, catalog, held, new HashSet<>());
    operation.texts().stream()
        .filter(text -> !held.contains(text))
        .forEach(text -> faults.add(operation.route() + " lost \"" + brief(text) + '"'));
    Set<String> names = new HashSet<>();
    details.path("parameters").values().forEach(one -> names.add(one.path("name").asString("")));
    for (JsonNode parameter : operation.parameters()) {
      String name = parameter.path("name").asString("");
      boolean sentAsBody = Set.of("body", "formData").contains(parameter.path("in").asString(""));
      if (!sentAsBody && !names.contains(name)) {
        faults.add(operation.route() + " has no parameter \"" + brief(name) + '"');
      }
    }
  }

  private static void schemas(JsonNode node, Catalog catalog, Set<String> held, Set<String> met) {
    String reference = node.path("$ref").asString("");
    if (!reference.isEmpty() && met.add(reference)) {
      catalog
          .schema(reference)
          .ifPresent(
              schema -> {
                strings(schema, held);
                schemas(schema, catalog, held, met);
              });
    }
    node.values().forEach(value -> schemas(value, catalog, held, met));
  }

  /** Collects names of members, and values that are strings. */
  private static void strings(JsonNode node, Set<String> into) {
    if (node.isString()) {
      into.add(Objects.requireNonNull(node.stringValue()));
    }
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      into.add(member.getKey());
    }
    node.values().forEach(value -> strings(value, into));
  }

  private static String brief(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "...";
  }
}

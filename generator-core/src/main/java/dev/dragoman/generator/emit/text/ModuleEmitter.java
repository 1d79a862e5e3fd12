package dev.dragoman.generator.emit.text;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints the files of a new module, except for the document and its lock. */
public final class ModuleEmitter {
  private static final List<String> DEPLOYMENT =
      List.of(
          "kubernetes/kustomization.yaml",
          "kubernetes/settings.env",
          "kubernetes/deployment.yaml",
          "kubernetes/service.yaml",
          "kubernetes/scaling.yaml",
          "kubernetes/network-policy.yaml",
          "kubernetes/ingress.yaml",
          "compose/compose.yaml",
          "compose/realm.json");

  private ModuleEmitter() {}

  /**
   * The contents of the files by name.
   *
   * @param values the values for the templates; only {@code vendor} may contain spaces, and {@code
   *     otherApiPort} may be missing
   * @param clients how to connect clients, as Markdown
   * @throws IllegalArgumentException if a value contains characters that might have a meaning in a
   *     template
   */
  public static Map<String, byte[]> emit(Map<String, String> values, String clients) {
    values.forEach(ModuleEmitter::check);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("pom.xml", bytes("module/pom.xml", values));
    Map<String, String> readme = new HashMap<>(values);
    readme.put("clients", clients.strip());
    files.put("README.md", bytes("module/README.md", readme));
    files.put(".gitignore", bytes("module/gitignore", values));
    files.put("run", bytes("module/run", values));
    for (String file : DEPLOYMENT) {
      files.put("deploy/" + file, bytes("module/deploy/" + file, values));
    }
    files.put(
        "deploy/systemd/" + values.get("name") + ".service",
        bytes("module/deploy/systemd/unit.service", values));
    return files;
  }

  /** Rejects all characters that have a special meaning in a POM, in Markdown or in a script. */
  private static void check(String name, String value) {
    if (!value.matches("[A-Za-z0-9][A-Za-z0-9._@ -]*")) {
      throw new IllegalArgumentException(name + " cannot be " + value);
    }
  }

  private static byte[] bytes(String template, Map<String, String> values) {
    return Template.words(template).fill(values).getBytes(StandardCharsets.UTF_8);
  }
}

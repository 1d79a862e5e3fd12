package dev.dragoman.benchmarks.hostile;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Loads and initializes every class of an archive in a separate process, and reports whether that
 * had a side effect.
 */
public final class LoadProbe {
  private LoadProbe() {}

  /**
   * Exits with 0 if all classes load and no system property was added or changed, otherwise with 1.
   */
  public static void main(String[] args) throws IOException, ClassNotFoundException {
    Set<String> before = properties();
    int loaded = 0;
    try (JarFile jar = new JarFile(args[0])) {
      for (JarEntry entry : jar.stream().toList()) {
        String name = entry.getName();
        if (name.endsWith(".class") && !name.endsWith("package-info.class")) {
          Class.forName(name.replaceFirst("\\.class$", "").replace('/', '.'));
          loaded++;
        }
      }
    }
    Set<String> after = properties();
    after.removeAll(before);
    System.out.println(loaded + " classes loaded, new properties: " + after);
    System.exit(after.isEmpty() && loaded > 0 ? 0 : 1);
  }

  private static Set<String> properties() {
    Set<String> properties = new TreeSet<>();
    System.getProperties().forEach((name, value) -> properties.add(name + "=" + value));
    return properties;
  }
}

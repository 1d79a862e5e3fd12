package dev.dragoman.generator.plan.name;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Assigns unique names within one scope. Names that differ only in case are considered equal,
 * because class files of nested types would overwrite each other on case-insensitive file systems.
 */
public final class NameTable {
  private final Set<String> taken = new HashSet<>();

  /**
   * Creates a table.
   *
   * @param reserved names that are not assigned
   */
  public NameTable(Collection<String> reserved) {
    reserved.forEach(name -> taken.add(key(name)));
  }

  /**
   * Assigns the name itself if it is free, otherwise the name with the lowest free number, starting
   * at 2.
   */
  public String claim(String name) {
    String candidate = name;
    for (int number = 2; !taken.add(key(candidate)); number++) {
      candidate = name + number;
    }
    return candidate;
  }

  /**
   * Assigns the name itself if it is free, otherwise the name with a suffix, and with a number if
   * necessary.
   */
  public String claim(String name, String suffix) {
    return taken.contains(key(name)) ? claim(name + suffix) : claim(name);
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}

package dev.dragoman.generator.plan.name;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Gives out names of one scope, each once. Names that differ only in case count as the same: class
 * files of nested types would overwrite each other on some file systems.
 */
public final class NameTable {
  private final Set<String> taken = new HashSet<>();

  public NameTable(Collection<String> reserved) {
    reserved.forEach(name -> taken.add(key(name)));
  }

  /** The name itself if it is free, else with the first number from 2 that makes it so. */
  public String claim(String name) {
    String candidate = name;
    for (int number = 2; !taken.add(key(candidate)); number++) {
      candidate = name + number;
    }
    return candidate;
  }

  /** The name itself if it is free, else with the suffix, and a number if it must be. */
  public String claim(String name, String suffix) {
    return taken.contains(key(name)) ? claim(name + suffix) : claim(name);
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}

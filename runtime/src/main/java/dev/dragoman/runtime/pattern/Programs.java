package dev.dragoman.runtime.pattern;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A cache of compiled patterns, limited by their total number of instructions: documents have many
 * patterns, and a short one can have a long program.
 */
final class Programs {
  /** About 15 MB including the engine's data for each. */
  private static final long MAX_KEPT = 100_000;

  /** Units of work for one instruction. */
  private static final int COMPILE_COST = 40;

  static {
    readEngine();
  }

  private static final Map<Key, Program> KEPT = new LinkedHashMap<>(16, 0.75f, true);
  private static long kept;

  private Programs() {}

  /**
   * The module name of the engine comes from its file name, so the module descriptor cannot require
   * it: Maven would warn every project that does.
   */
  private static void readEngine() {
    try {
      Module engine = Class.forName("com.google.re2j.Pattern").getModule();
      Programs.class.getModule().addReads(engine);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("The library re2j is missing", e);
    }
  }

  private record Key(String expression, int flags) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int order = expression.compareTo(other.expression);
      return order == 0 ? Integer.compare(flags, other.flags) : order;
    }
  }

  /**
   * A compiled pattern.
   *
   * @param compiled empty if the engine rejects the pattern
   * @param refusal the engine's reason
   * @param size number of instructions
   */
  record Program(Optional<Pattern> compiled, Optional<String> refusal, int size) {}

  /** The cost of getting the program: zero if it is cached. */
  static long costOf(String expression, int flags) {
    synchronized (KEPT) {
      if (KEPT.containsKey(new Key(expression, flags))) {
        return 0;
      }
    }
    return COMPILE_COST * PatternSize.of(expression, flags != 0).program();
  }

  /** The total number of cached instructions. */
  static long kept() {
    synchronized (KEPT) {
      return kept;
    }
  }

  /** The program of an expression whose size has been checked. */
  static Program get(String expression, int flags) {
    Key key = new Key(expression, flags);
    synchronized (KEPT) {
      Program known = KEPT.get(key);
      if (known != null) {
        return known;
      }
    }
    Program compiled = compile(expression, flags);
    keep(key, compiled);
    return compiled;
  }

  private static void keep(Key key, Program compiled) {
    synchronized (KEPT) {
      if (KEPT.put(key, compiled) == null) {
        kept += weight(key, compiled);
      }
      Iterator<Map.Entry<Key, Program>> oldest = KEPT.entrySet().iterator();
      while (kept > MAX_KEPT && oldest.hasNext()) {
        Map.Entry<Key, Program> entry = oldest.next();
        oldest.remove();
        kept -= weight(entry.getKey(), entry.getValue());
      }
    }
  }

  private static long weight(Key key, Program program) {
    return program.size() + key.expression().length() / 16 + 10L;
  }

  private static Program compile(String expression, int flags) {
    try {
      Pattern pattern = Pattern.compile(expression, flags);
      return new Program(Optional.of(pattern), Optional.empty(), pattern.programSize());
    } catch (PatternSyntaxException unknown) {
      return new Program(Optional.empty(), Optional.of(unknown.getDescription()), 0);
    } catch (StackOverflowError deep) {
      // The engine recursively processes counted optional parts; the possible depth depends on the
      // thread.
      return new Program(Optional.empty(), Optional.of("it is nested too deeply"), 0);
    }
  }
}

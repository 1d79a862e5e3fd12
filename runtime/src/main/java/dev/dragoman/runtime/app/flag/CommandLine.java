package dev.dragoman.runtime.app.flag;

import dev.dragoman.runtime.AccessNames;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The flags and variables with which a server is started; a flag takes precedence over its
 * variable. Collects all problems with them.
 */
public final class CommandLine {
  private static final Set<Flag> TRANSPORT_FLAGS = Set.of(Flag.STDIO, Flag.HTTP, Flag.PORT);

  private final Map<Flag, Given> given = new EnumMap<>(Flag.class);
  private final Set<Flag> flags = EnumSet.noneOf(Flag.class);
  private final List<String> problems = new ArrayList<>();

  /**
   * A value and its source.
   *
   * @param source the flag or the variable, for messages
   */
  public record Given(String source, String value) {}

  private CommandLine() {}

  /** Reads arguments and variables. */
  public static CommandLine of(
      List<String> arguments, Map<String, String> environment, AccessNames names) {
    CommandLine line = new CommandLine();
    line.readArguments(arguments, names);
    for (Flag flag : Flag.values()) {
      String value = environment.get(flag.variable(names));
      if (flag.hasVariable() && value != null && !value.isBlank()) {
        line.readVariable(flag, new Given(flag.variable(names), value.strip()));
      }
    }
    return line;
  }

  private void readArguments(List<String> arguments, AccessNames names) {
    int next = 0;
    while (next < arguments.size()) {
      String argument = arguments.get(next++);
      String word = argument.replaceFirst("(?s)=.*", "");
      Optional<Flag> flag =
          argument.startsWith("--") ? Flag.of(word.substring(2)) : Optional.empty();
      if (flag.isEmpty()) {
        problems.add("Unknown flag " + shown(word) + "; --help lists them.");
        next = endOfValues(arguments, next);
      } else if (flag.get().isSecret()) {
        problems.add(word + " can only be set by the variable " + flag.get().variable(names) + ".");
        next = endOfValues(arguments, next);
      } else if (argument.length() > word.length()) {
        readFlag(flag.get(), argument.substring(word.length() + 1));
      } else if (flag.get().isSwitch()) {
        readFlag(flag.get(), "true");
      } else if (next < arguments.size() && !arguments.get(next).startsWith("--")) {
        readFlag(flag.get(), arguments.get(next++));
      } else {
        problems.add(word + " requires a value: " + word + " " + flag.get().value() + ".");
      }
    }
  }

  /** The value of an unknown flag is probably the next word, and not a second problem. */
  private static int endOfValues(List<String> arguments, int next) {
    int end = next;
    while (end < arguments.size() && !arguments.get(end).startsWith("--")) {
      end++;
    }
    return end;
  }

  /** A mistyped flag may be a pasted key: only its beginning is shown. */
  private static String shown(String word) {
    String visible = word.replaceAll("[^\\x21-\\x7E]", "?");
    return visible.length() <= 20 ? visible : visible.substring(0, 8) + "…";
  }

  private void readFlag(Flag flag, String value) {
    Given before = given.get(flag);
    if (before != null && flag.isList()) {
      given.put(flag, new Given(flag.dashed(), before.value() + "," + value));
    } else if (before != null && !before.value().equals(value)) {
      problems.add(flag.dashed() + " is given twice with different values.");
    } else {
      given.put(flag, new Given(flag.dashed(), value));
    }
    flags.add(flag);
  }

  /** A transport selected by a flag overrides the variables of both. */
  private void readVariable(Flag flag, Given value) {
    boolean transport = flag == Flag.STDIO || flag == Flag.HTTP;
    boolean chosen = TRANSPORT_FLAGS.stream().anyMatch(flags::contains);
    if (!flags.contains(flag) && !(transport && chosen)) {
      given.put(flag, value);
    }
  }

  public void problem(String message) {
    problems.add(message);
  }

  public List<String> problems() {
    return List.copyOf(problems);
  }

  /** Whether a flag was given as an argument, regardless of the variables. */
  public boolean hasFlag(Flag flag) {
    return flags.contains(flag);
  }

  /** A value; if none was given, the flag's default with the flag as its source. */
  public Given value(Flag flag) {
    return given.getOrDefault(flag, new Given(flag.dashed(), flag.otherwise()));
  }

  /** Whether a flag or variable was given. */
  public boolean isGiven(Flag flag) {
    return given.containsKey(flag);
  }

  /** Whether a switch is on. */
  public boolean isOn(Flag flag) {
    Given value = given.get(flag);
    if (value == null) {
      return false;
    }
    if (!value.value().equals("true") && !value.value().equals("false")) {
      problem(value.source() + " must be true or false.");
    }
    return value.value().equals("true");
  }

  /** An integer; any other value is reported as a problem and replaced with the minimum. */
  public int integer(Flag flag, int min, int max) {
    Given value = value(flag);
    if (value.value().matches("[0-9]{1,6}")) {
      int number = Integer.parseInt(value.value());
      if (number >= min && number <= max) {
        return number;
      }
    }
    problem(value.source() + " must be a number from " + min + " to " + max + ".");
    return min;
  }

  public List<String> list(Flag flag) {
    return List.of(value(flag).value().split(",")).stream()
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }
}

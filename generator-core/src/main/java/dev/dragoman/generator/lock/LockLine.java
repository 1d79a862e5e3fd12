package dev.dragoman.generator.lock;

import dev.dragoman.runtime.AccessLevel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes and parses the line of an operation or a tool. */
final class LockLine {
  private static final Pattern LINE =
      Pattern.compile(
          "operation (\\S+) (\\S+) (\\S+) (\\S+) auth=(\\S+) required=(\\S+)(?: formerly=(\\S+))?"
              + " contract=([0-9a-f]+)");

  private static final Pattern TOOL =
      Pattern.compile("tool (\\S+) operation=(\\S+) contract=([0-9a-f]+)");

  private LockLine() {}

  /** The line of an entry. Its fields cannot contain spaces, because {@link Token} encodes them. */
  static String of(LockEntry entry) {
    return String.join(
        " ",
        "operation",
        Token.encode(entry.id()),
        Token.encode(entry.method()),
        Token.encode(entry.path()),
        entry.access().word(),
        "auth=" + entry.auth(),
        "required=" + list(entry.required()) + formerly(entry),
        "contract=" + entry.contract());
  }

  /** Absent from most lines, so that a lock without renamed operations is what it always was. */
  private static String formerly(LockEntry entry) {
    return entry.formerly().isEmpty() ? "" : " formerly=" + list(entry.formerly());
  }

  /** The line of a tool. */
  static String of(LockedTool tool) {
    return String.join(
        " ",
        "tool",
        Token.encode(tool.name()),
        "operation=" + Token.encode(tool.operation()),
        "contract=" + tool.contract());
  }

  /** Whether a line is meant to be that of a tool. */
  static boolean isTool(String line) {
    return line.startsWith("tool ");
  }

  /**
   * Parses the line of a tool.
   *
   * @throws IllegalArgumentException if it is not valid
   */
  static LockedTool parseTool(String line) {
    Matcher matcher = TOOL.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a tool");
    }
    return new LockedTool(
        Token.decode(matcher.group(1)), Token.decode(matcher.group(2)), matcher.group(3));
  }

  /** A list as one word; {@code none} if it is empty. */
  static String list(List<String> values) {
    return values.isEmpty()
        ? "none"
        : values.stream().map(Token::encode).collect(Collectors.joining(","));
  }

  /**
   * Parses the line of an operation.
   *
   * @throws IllegalArgumentException if it is not valid
   */
  static LockEntry parse(String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not an operation");
    }
    return new LockEntry(
        Token.decode(matcher.group(1)),
        Token.decode(matcher.group(2)),
        Token.decode(matcher.group(3)),
        access(matcher.group(4)),
        matcher.group(5),
        parseList(matcher.group(6)),
        Optional.ofNullable(matcher.group(7)).map(LockLine::parseList).orElse(List.of()),
        matcher.group(8));
  }

  /** Parses a list; the inverse of {@link #list}. */
  static List<String> parseList(String words) {
    return words.equals("none")
        ? List.of()
        : Arrays.stream(words.split(",", -1)).map(Token::decode).toList();
  }

  private static AccessLevel access(String word) {
    return Arrays.stream(AccessLevel.values())
        .filter(level -> level.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no access level"));
  }
}

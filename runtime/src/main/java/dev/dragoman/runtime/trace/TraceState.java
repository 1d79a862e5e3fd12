package dev.dragoman.runtime.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code tracestate} (W3C Trace Context, section 3.3). */
final class TraceState {
  private static final int MAX_MEMBERS = 32;

  /** What has to be handed on at least, in characters; also what is handed on at most. */
  private static final int MAX_LENGTH = 512;

  /** Longer members are dropped first. */
  private static final int LONG_MEMBER = 128;

  /** Longest text that is looked at, in characters. */
  private static final int MAX_READ = 16 * 1024;

  private static final Pattern MEMBER =
      Pattern.compile(
          "(?<key>[a-z][a-z0-9_*/-]{0,255}|[a-z0-9][a-z0-9_*/-]{0,240}@[a-z][a-z0-9_*/-]{0,13})"
              + "=[\\x20-\\x2B\\x2D-\\x3C\\x3E-\\x7E]{0,255}[\\x21-\\x2B\\x2D-\\x3C\\x3E-\\x7E]");

  private TraceState() {}

  /** The value as it is handed on; empty if it is malformed, or nothing is left. */
  static Optional<String> of(List<String> values) {
    String text = String.join(",", values);
    if (text.length() > MAX_READ) {
      return Optional.empty();
    }
    List<String> members = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (String part : text.split(",", -1)) {
      String member = part.strip();
      Matcher fields = MEMBER.matcher(member);
      if (!member.isEmpty()) {
        if (!fields.matches() || !keys.add(fields.group("key"))) {
          return Optional.empty();
        }
        members.add(member);
      }
    }
    return members.size() > MAX_MEMBERS ? Optional.empty() : shortened(members);
  }

  /** Drops long members first, and then the last ones (section 3.3.1.5). */
  private static Optional<String> shortened(List<String> members) {
    while (length(members) > MAX_LENGTH) {
      String longest = members.stream().max(Comparator.comparingInt(String::length)).orElseThrow();
      if (longest.length() > LONG_MEMBER) {
        members.remove(longest);
      } else {
        members.remove(members.size() - 1);
      }
    }
    return members.isEmpty() ? Optional.empty() : Optional.of(String.join(",", members));
  }

  private static int length(List<String> members) {
    return String.join(",", members).length();
  }
}

package dev.dragoman.benchmarks.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parses the compact notation of a search hit from its text alone, as a model has to.
 *
 * <pre>
 * members = member { ", " member }          member = name [ "?" ] ": " type [ " = " value ] | "…"
 * type    = part { " &amp; " part | "|" part }  part   = one { "[]" [ limits ] }
 * one     = "(" type ")" | "{" members "}" | "{[key]: " type "}" | '"' text '"' | word [ limits ]
 * </pre>
 */
final class Signature {
  private final String text;
  private int at;

  private Signature(String text) {
    this.text = text;
  }

  /** A type of the notation. */
  sealed interface Notation {}

  /** One of these; omitted alternatives are not included. */
  record Union(List<Notation> alternatives) implements Notation {}

  /** All of these together. */
  record Both(List<Notation> parts) implements Notation {}

  /** An array. */
  record Items(Notation item, String limits) implements Notation {}

  /** An object with members. */
  record Members(List<Member> members) implements Notation {}

  /** A literal value of an enum, or a constant. */
  record Value(String text) implements Notation {}

  /** A word: a type, or a value without quotation marks. */
  record Word(String text, String limits) implements Notation {}

  /** A member of an object, or a parameter. */
  record Member(String name, boolean required, Notation type) {}

  static List<Member> members(String text) {
    return new Signature(text).members();
  }

  static Notation type(String text) {
    return new Signature(text).type();
  }

  private List<Member> members() {
    List<Member> members = new ArrayList<>();
    while (at < text.length() && !is("}")) {
      if (is("…")) {
        at++;
      } else {
        member().ifPresent(members::add);
      }
      if (!take(", ")) {
        break;
      }
    }
    return members;
  }

  private Optional<Member> member() {
    int colon = text.indexOf(": ", at);
    if (colon < 0) {
      at = text.length();
      return Optional.empty();
    }
    String name = text.substring(at, colon);
    at = colon + 2;
    Notation type = type();
    if (take(" = ")) {
      one();
    }
    boolean optional = name.endsWith("?");
    return Optional.of(
        new Member(optional ? name.substring(0, name.length() - 1) : name, !optional, type));
  }

  private Notation type() {
    List<Notation> alternatives = new ArrayList<>(List.of(both()));
    while (take("|")) {
      if (is("…")) {
        at++;
      } else {
        alternatives.add(both());
      }
    }
    return alternatives.size() == 1 ? alternatives.get(0) : new Union(alternatives);
  }

  private Notation both() {
    List<Notation> parts = new ArrayList<>(List.of(items()));
    while (take(" & ")) {
      parts.add(items());
    }
    return parts.size() == 1 ? parts.get(0) : new Both(parts);
  }

  private Notation items() {
    Notation type = one();
    while (take("[]")) {
      type = new Items(type, limits());
    }
    return type;
  }

  private Notation one() {
    if (take("(")) {
      Notation inner = type();
      take(")");
      return inner;
    }
    if (take("{[key]: ")) {
      type();
      take("}");
      return new Members(List.of());
    }
    if (take("{")) {
      List<Member> members = members();
      take("}");
      return new Members(members);
    }
    if (take("\"")) {
      int end = text.indexOf('"', at);
      String value = text.substring(at, end < 0 ? text.length() : end);
      at = end < 0 ? text.length() : end + 1;
      return new Value(value);
    }
    int start = at;
    while (at < text.length() && " |,(){}[]&…".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return new Word(text.substring(start, at), limits());
  }

  /**
   * The constraints in parentheses after a word; a pattern in them may contain parentheses itself.
   */
  private String limits() {
    if (!is("(")) {
      return "";
    }
    int pattern = text.startsWith("/", at + 1) ? at + 1 : text.indexOf(", /", at);
    int end = text.indexOf(')', at);
    if (pattern >= 0 && pattern < end) {
      int close = text.indexOf("/)", pattern + 3);
      int more = text.indexOf("/, ", pattern + 3);
      end = more >= 0 && (close < 0 || more < close) ? text.indexOf(')', more) : close + 1;
    }
    end = end <= 0 ? text.length() : end;
    String limits = text.substring(at + 1, end);
    at = Math.min(text.length(), end + 1);
    return limits;
  }

  private boolean is(String expected) {
    return text.startsWith(expected, at);
  }

  private boolean take(String expected) {
    boolean there = is(expected);
    at += there ? expected.length() : 0;
    return there;
  }
}

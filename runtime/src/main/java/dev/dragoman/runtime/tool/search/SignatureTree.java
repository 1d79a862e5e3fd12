package dev.dragoman.runtime.tool.search;

import java.util.ArrayList;
import java.util.List;

/**
 * A signature in the compact notation, split into the members of its objects, so that it can be
 * written with fewer of them: {@code at: {x: integer, y?: integer}, page?: integer}.
 */
final class SignatureTree {
  private static final String MORE = "…";

  /** Deeper objects are not split; the notation has at most about ten levels. */
  private static final int DEPTH = 40;

  /** A part of a signature: text, or members with the brackets around them in the text. */
  private sealed interface Part permits Text, Group {}

  private record Text(String text) implements Part {}

  private record Group(List<Member> members, boolean isCut) implements Part {}

  /**
   * A member of an object, or a parameter.
   *
   * @param number counts the members that may be omitted, from 0; -1 for others
   */
  private record Member(List<Part> parts, int number) {}

  private final String text;
  private final boolean all;
  private final List<Part> parts;
  private int at;
  private int optional;

  private SignatureTree(String text, boolean isList, boolean all) {
    this.text = text;
    this.all = all;
    this.parts = isList ? List.of(group(0)) : parts(0, false);
  }

  /** Parameters: a list of members, of which optional ones may be omitted. */
  static SignatureTree ofParameters(String signature) {
    return new SignatureTree(signature, true, false);
  }

  /** A body, of which optional members may be omitted. */
  static SignatureTree ofBody(String signature) {
    return new SignatureTree(signature, false, false);
  }

  /** A response, of which any member may be omitted. */
  static SignatureTree ofResponse(String signature) {
    return new SignatureTree(signature, false, true);
  }

  /** The number of members that may be omitted. */
  int optional() {
    return optional;
  }

  /** The signature with the first of the members that may be omitted. */
  String with(int kept) {
    StringBuilder out = new StringBuilder();
    write(parts, kept, out);
    return out.toString();
  }

  private static void write(List<Part> parts, int kept, StringBuilder out) {
    for (Part part : parts) {
      if (part instanceof Text plain) {
        out.append(plain.text());
      } else if (part instanceof Group group) {
        write(group, kept, out);
      }
    }
  }

  private static void write(Group group, int kept, StringBuilder out) {
    boolean isCut = group.isCut();
    String separator = "";
    for (Member member : group.members()) {
      if (member.number() < kept) {
        out.append(separator);
        write(member.parts(), kept, out);
        separator = ", ";
      } else {
        isCut = true;
      }
    }
    out.append(isCut ? separator + MORE : "");
  }

  /** Reads members up to the end of their object. */
  private Group group(int depth) {
    List<Member> members = new ArrayList<>();
    boolean isCut = false;
    while (at < text.length() && text.charAt(at) != '}') {
      if (text.startsWith(MORE, at) && endsMember(at + MORE.length())) {
        isCut = true;
        at += MORE.length();
      } else {
        int number = all || isOptional() ? optional++ : -1;
        members.add(new Member(parts(depth, true), number));
      }
      at += text.startsWith(", ", at) ? 2 : 0;
    }
    return new Group(members, isCut);
  }

  private boolean endsMember(int index) {
    return index >= text.length() || text.charAt(index) == '}' || text.startsWith(", ", index);
  }

  private boolean isOptional() {
    int colon = text.indexOf(": ", at);
    return colon > at && text.charAt(colon - 1) == '?';
  }

  /** Reads text and objects; inside an object, up to the end of the member. */
  private List<Part> parts(int depth, boolean inMember) {
    List<Part> found = new ArrayList<>();
    int start = at;
    int brackets = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (inMember && brackets == 0 && (c == '}' || text.startsWith(", ", at))) {
        break;
      }
      brackets += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
      if (c == '{' && depth < DEPTH) {
        found.add(new Text(text.substring(start, at + 1)));
        at++;
        found.add(group(depth + 1));
        start = at;
        at += at < text.length() ? 1 : 0;
      } else {
        at = afterToken(at);
      }
    }
    found.add(new Text(text.substring(start, at)));
    return found;
  }

  /** The end of a quoted text or of a regular expression, or of a single character. */
  private int afterToken(int from) {
    if (text.charAt(from) == '"') {
      int end = text.indexOf('"', from + 1);
      return end < 0 ? text.length() : end + 1;
    }
    if (text.startsWith("(/", from)) {
      int end = text.indexOf("/)", from + 2);
      int other = text.indexOf("/, ", from + 2);
      int first = end < 0 || (other >= 0 && other < end) ? other : end;
      return first < 0 ? from + 1 : first + 1;
    }
    return from + 1;
  }
}

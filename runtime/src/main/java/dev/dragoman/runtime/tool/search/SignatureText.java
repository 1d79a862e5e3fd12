package dev.dragoman.runtime.tool.search;

import dev.dragoman.runtime.tool.ForeignText;
import java.util.function.IntFunction;

/**
 * Shortens signatures in the compact notation. Optional members are omitted, the last ones first;
 * required ones, at any depth, only if nothing else is left.
 */
final class SignatureText {
  private static final String MORE = ", …";
  private static final String MORE_REQUIRED = ", … (more are required: search with operation)";

  private SignatureText() {}

  /** Parameters in at most this many bytes. */
  static String parameters(String signature, int maxBytes) {
    return cut(signature, SignatureTree.ofParameters(signature), maxBytes);
  }

  /** A body in at most this many bytes. */
  static String body(String signature, int maxBytes) {
    return cut(signature, SignatureTree.ofBody(signature), maxBytes);
  }

  /** A response in at most this many bytes; all of its members may be omitted. */
  static String response(String signature, int maxBytes) {
    return ForeignText.bytes(signature) <= maxBytes
        ? signature
        : ForeignText.clip(longest(SignatureTree.ofResponse(signature), maxBytes), maxBytes);
  }

  /** What a call needs of its parameters. */
  static String requiredParameters(String signature) {
    return SignatureTree.ofParameters(signature).with(0);
  }

  /** What a call needs of its body. */
  static String requiredBody(String signature) {
    return SignatureTree.ofBody(signature).with(0);
  }

  private static String cut(String signature, SignatureTree tree, int maxBytes) {
    if (ForeignText.bytes(signature) <= maxBytes) {
      return signature;
    }
    String text = longest(tree, maxBytes);
    return ForeignText.bytes(text) <= maxBytes ? text : cutAnywhere(text, maxBytes);
  }

  /** The signature with as many members as fit; with the fewest if none does. */
  private static String longest(SignatureTree tree, int maxBytes) {
    return longest(tree::with, tree.optional(), maxBytes);
  }

  private static String longest(IntFunction<String> with, int most, int maxBytes) {
    int fits = 0;
    int over = most + 1;
    while (over - fits > 1) {
      int middle = (fits + over) >>> 1;
      if (ForeignText.bytes(with.apply(middle)) <= maxBytes) {
        fits = middle;
      } else {
        over = middle;
      }
    }
    return with.apply(fits);
  }

  /** The beginning of required members that do not fit, with a note. */
  private static String cutAnywhere(String required, int maxBytes) {
    int room = maxBytes - ForeignText.bytes(MORE_REQUIRED);
    if (room <= 0) {
      return ForeignText.clip(required, Math.max(maxBytes, MORE.length()));
    }
    String start = ForeignText.clip(required, room);
    int end = start.lastIndexOf(", ");
    return (end > 0 ? start.substring(0, end) : start) + MORE_REQUIRED;
  }
}

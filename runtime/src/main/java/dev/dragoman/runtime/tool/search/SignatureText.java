package dev.dragoman.runtime.tool.search;

import dev.dragoman.runtime.tool.ForeignText;

/**
 * Shortens signatures in the compact notation. They are cut between members; the required ones come
 * first.
 */
final class SignatureText {
  private static final String MORE = ", …";

  private SignatureText() {}

  /** The beginning of a signature in at most this many bytes; an ellipsis marks the cut. */
  static String cut(String signature, int maxBytes) {
    if (ForeignText.bytes(signature) <= maxBytes) {
      return signature;
    }
    int outermost = signature.indexOf('{') >= 0 && isBody(signature) ? 1 : 0;
    int depth = 0;
    int end = -1;
    int kept = ForeignText.clip(signature, Math.max(MORE.length(), maxBytes - 3)).length() - 1;
    for (int i = 0; i < kept; i++) {
      char c = signature.charAt(i);
      depth += "{([".indexOf(c) >= 0 ? 1 : "})]".indexOf(c) >= 0 ? -1 : 0;
      if (depth == outermost && signature.startsWith(", ", i)) {
        end = i;
      }
    }
    return end < 0
        ? ForeignText.clip(signature, Math.max(maxBytes, MORE.length()))
        : signature.substring(0, end) + MORE + (outermost > 0 ? "}" : "");
  }

  /** A body starts with its media type, parameters with a name and a colon. */
  private static boolean isBody(String signature) {
    return signature.matches("\\S+/\\S+ (\\(optional\\) )?\\{.*");
  }
}

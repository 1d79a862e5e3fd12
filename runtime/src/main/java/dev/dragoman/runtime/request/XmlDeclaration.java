package dev.dragoman.runtime.request;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The encoding that the text of an XML document declares (XML 1.0, section 4.3.3). */
final class XmlDeclaration {
  private static final Pattern ENCODING =
      Pattern.compile(
          "\\A\\x{FEFF}?<\\?xml\\s+version\\s*=\\s*(?:\"[^\"]*\"|'[^']*')"
              + "\\s+encoding\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");

  private XmlDeclaration() {}

  /**
   * The text with a declaration of the character set in which it is sent. Whoever wrote the text
   * does not decide about its bytes, and a parser rejects, or reads as other characters, bytes that
   * are not as declared (RFC 7303, section 3).
   */
  static String naming(Charset sent, String text) {
    Matcher declared = ENCODING.matcher(text);
    if (!declared.find()) {
      return text;
    }
    int group = declared.group(1) == null ? 2 : 1;
    return isSame(declared.group(group), sent, text)
        ? text
        : text.substring(0, declared.start(group))
            + sent.name()
            + text.substring(declared.end(group));
  }

  /** Whether the text has the same bytes in both: ASCII has, in most. */
  private static boolean isSame(String declared, Charset sent, String text) {
    try {
      Charset charset = Charset.forName(declared);
      return charset.canEncode()
          && charset.newEncoder().canEncode(text)
          && Arrays.equals(text.getBytes(charset), text.getBytes(sent));
    } catch (IllegalArgumentException unknown) {
      return false;
    }
  }
}

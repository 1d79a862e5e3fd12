package dev.dragoman.runtime.validate.xml;

import java.util.regex.Pattern;

/** The characters of XML documents (XML 1.0, sections 2.2 to 2.7). */
final class XmlText {
  /** NameStartChar without the colon (XML 1.0, section 2.3). */
  private static final String START =
      "A-Z_a-z\\x{C0}-\\x{D6}\\x{D8}-\\x{F6}\\x{F8}-\\x{2FF}\\x{370}-\\x{37D}\\x{37F}-\\x{1FFF}"
          + "\\x{200C}\\x{200D}\\x{2070}-\\x{218F}\\x{2C00}-\\x{2FEF}\\x{3001}-\\x{D7FF}"
          + "\\x{F900}-\\x{FDCF}\\x{FDF0}-\\x{FFFD}\\x{10000}-\\x{EFFFF}";

  /** What NameChar has in addition. */
  private static final String LATER = ".0-9\\x{B7}\\x{300}-\\x{36F}\\x{203F}\\x{2040}-";

  private static final Pattern NAME = Pattern.compile("[" + START + "][" + START + LATER + "]*");

  private XmlText() {}

  /** Whether a text is a valid name without a colon (Namespaces in XML, section 3). */
  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /** Whether a text begins like an XML document. */
  static boolean isMarkup(String text) {
    return text.replaceFirst("^\\x{FEFF}", "").stripLeading().startsWith("<");
  }

  /** Whether XML can contain all of the characters, escaped or not. */
  static boolean isWritable(String text) {
    return text.codePoints()
        .allMatch(
            point ->
                point == '\t'
                    || point == '\n'
                    || point == '\r'
                    || (point >= 0x20 && point <= 0xD7FF)
                    || (point >= 0xE000 && point <= 0xFFFD)
                    || point >= 0x10000);
  }

  /**
   * Escaped character data. A carriage return is escaped, too, because parsers would normalize it
   * (XML 1.0, section 2.11).
   */
  static String text(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\r", "&#13;");
  }

  /** The value of an attribute in double quotation marks; its white space is preserved. */
  static String attribute(String text) {
    return text(text).replace("\"", "&quot;").replace("\n", "&#10;").replace("\t", "&#9;");
  }

  /** Splits the end marker of a section between two sections. */
  static String cdata(String text) {
    return "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>";
  }
}

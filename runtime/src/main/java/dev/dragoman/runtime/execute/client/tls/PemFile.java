package dev.dragoman.runtime.execute.client.tls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The blocks of a file in the textual encoding of RFC 7468; text around them is skipped. */
final class PemFile {
  private static final Pattern BOUNDARY = Pattern.compile("-----(BEGIN|END) ([A-Z0-9 ]*)-----");

  private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

  private final FileSetting file;
  private final List<Block> blocks = new ArrayList<>();

  /**
   * A block.
   *
   * @param label its type, e.g. {@code CERTIFICATE}
   * @param line the number of its first line
   * @param content the decoded bytes
   */
  record Block(String label, int line, ByteBuffer content) {
    byte[] bytes() {
      byte[] bytes = new byte[content.remaining()];
      content.duplicate().get(bytes);
      return bytes;
    }

    boolean isCertificate() {
      return label.equals("CERTIFICATE") || label.equals("X509 CERTIFICATE");
    }

    boolean isPrivateKey() {
      return label.endsWith("PRIVATE KEY");
    }
  }

  private PemFile(FileSetting file) {
    this.file = file;
  }

  static boolean isPem(byte[] bytes) {
    return new String(bytes, ISO_8859_1).contains("-----BEGIN ");
  }

  /**
   * The blocks of a file, in order.
   *
   * @throws FaultyFileException with the line of the first block that is malformed
   */
  static List<Block> blocks(FileSetting file, byte[] bytes) throws FaultyFileException {
    PemFile pem = new PemFile(file);
    pem.read(text(bytes).split("\\R", -1));
    return pem.blocks;
  }

  /** The text without a byte order mark, with which some editors begin files in UTF-8. */
  private static String text(byte[] bytes) {
    String text = new String(bytes, ISO_8859_1);
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
  }

  private void read(String[] lines) throws FaultyFileException {
    String label = "";
    int start = 0;
    StringBuilder base64 = new StringBuilder();
    for (int index = 0; index < lines.length; index++) {
      String line = lines[index].strip();
      Matcher boundary = BOUNDARY.matcher(line);
      boolean matches = boundary.matches();
      if (matches && boundary.group(1).equals("BEGIN")) {
        checkEnded(label, start);
        label = boundary.group(2);
        start = index + 1;
        base64.setLength(0);
      } else if (matches && !label.isEmpty()) {
        checkLabel(boundary.group(2), label, index + 1);
        blocks.add(new Block(label, start, decoded(base64, start)));
        label = "";
      } else if (!label.isEmpty() && line.indexOf(':') < 0) {
        base64.append(line);
      }
    }
    checkEnded(label, start);
  }

  private void checkEnded(String label, int start) throws FaultyFileException {
    if (!label.isEmpty()) {
      throw file.fault(
          start, "the block \"" + label + "\" has no line \"-----END " + label + "-----\".");
    }
  }

  private void checkLabel(String end, String label, int line) throws FaultyFileException {
    if (!end.equals(label)) {
      throw file.fault(line, "the block ends as \"" + end + "\" and begins as \"" + label + "\".");
    }
  }

  private ByteBuffer decoded(CharSequence base64, int start) throws FaultyFileException {
    try {
      return ByteBuffer.wrap(Base64.getDecoder().decode(base64.toString())).asReadOnlyBuffer();
    } catch (IllegalArgumentException invalid) {
      throw file.fault(start, "the content of the block is not Base64.");
    }
  }
}

package dev.dragoman.generator.spec.tree;

import dev.dragoman.generator.problem.Location;
import dev.dragoman.generator.spec.problem.LocatedException;
import dev.dragoman.generator.spec.problem.SpecProblem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Decodes a file's bytes, or reports why they are not text. */
public final class SourceText {
  private static final String GIVE_A_DOCUMENT =
      "Provide the document as JSON or YAML text in UTF-8.";

  private SourceText() {}

  /**
   * The text of a file, without a byte order mark.
   *
   * @param name the name of the file in messages
   * @param limit maximum size in bytes
   * @throws LocatedException if the file cannot be read, or is not text
   */
  public static String read(Path path, String name, long limit) {
    return text(bytes(path, name, limit), name);
  }

  /**
   * Decodes the bytes of a file, without a byte order mark.
   *
   * @throws LocatedException if they are not text
   */
  public static String text(byte[] bytes, String name) {
    Location file = Location.file(name);
    String text = decode(bytes, file);
    String start = text.substring(0, Math.min(text.length(), 400)).strip();
    if (start.isEmpty() && text.isBlank()) {
      throw new LocatedException(SpecProblem.CONTENT, file, "The file is empty.", GIVE_A_DOCUMENT);
    }
    if (start.startsWith("<")) {
      throw new LocatedException(
          SpecProblem.CONTENT,
          new Location(name, 1, 1, ""),
          "The file contains " + markup(start) + ", not an OpenAPI document.",
          "Download the document itself, not the page that displays it.");
    }
    return text;
  }

  private static String markup(String start) {
    String lower = start.toLowerCase(Locale.ROOT);
    return lower.contains("<html") || lower.startsWith("<!doctype html") ? "an HTML page" : "XML";
  }

  /**
   * The bytes of a file, at most {@code limit}.
   *
   * @throws LocatedException if it cannot be read or is longer
   */
  public static byte[] bytes(Path path, String name, long limit) {
    Location file = Location.file(name);
    if (Files.isDirectory(path)) {
      throw unreadable(file, "This is a directory.", "Specify the document inside it.");
    }
    if (!Files.exists(path)) {
      throw unreadable(file, "File not found.", "Check the file name and the folder.");
    }
    if (!Files.isRegularFile(path)) {
      throw unreadable(file, "Not a regular file.", "Copy the document into a file.");
    }
    try {
      long size = Files.size(path);
      if (size > limit) {
        throw new LocatedException(
            SpecProblem.LIMIT,
            file,
            "The file has " + size + " bytes; at most " + limit + " more can be read.",
            "Split the document or raise the limit.");
      }
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw unreadable(file, "The file cannot be read: " + e.getMessage() + ".", "");
    }
  }

  private static LocatedException unreadable(Location file, String message, String hint) {
    return new LocatedException(SpecProblem.FILE, file, message, hint);
  }

  /**
   * Decodes bytes. A replacement character may be in the text or the result of malformed bytes, so
   * that it is decoded again strictly only in that case.
   */
  private static String decode(byte[] bytes, Location file) {
    Charset charset = charset(bytes);
    String text;
    try {
      text = new String(bytes, 0, bytes.length, charset);
      if (text.indexOf('\uFFFD') >= 0) {
        strictly(bytes, charset);
      }
    } catch (CharacterCodingException e) {
      throw malformed(bytes, charset, file);
    }
    if (text.indexOf('\0') >= 0) {
      throw new LocatedException(
          SpecProblem.CONTENT, file, "The file contains binary data.", GIVE_A_DOCUMENT);
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /**
   * Determined by the byte order mark, otherwise by the position of the zero byte in an ASCII
   * character (RFC 4627, section 3).
   */
  private static Charset charset(byte[] bytes) {
    int first = bytes.length > 1 ? bytes[0] & 0xFF : 1;
    int second = bytes.length > 1 ? bytes[1] & 0xFF : 1;
    if ((first == 0xFE && second == 0xFF) || (first == 0 && second != 0)) {
      return StandardCharsets.UTF_16BE;
    }
    if ((first == 0xFF && second == 0xFE) || (first != 0 && second == 0)) {
      return StandardCharsets.UTF_16LE;
    }
    return StandardCharsets.UTF_8;
  }

  private static void strictly(byte[] bytes, Charset charset) throws CharacterCodingException {
    var unused = decoder(charset).decode(ByteBuffer.wrap(bytes));
  }

  private static CharsetDecoder decoder(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  private static LocatedException malformed(byte[] bytes, Charset charset, Location file) {
    CharBuffer good = CharBuffer.allocate(bytes.length);
    CoderResult unused = decoder(charset).decode(ByteBuffer.wrap(bytes), good, true);
    good.flip();
    return new LocatedException(
        SpecProblem.CONTENT,
        TextPosition.of(file.file(), good, good.length()),
        "Not valid " + charset + " text.",
        "Save the file as UTF-8.");
  }
}

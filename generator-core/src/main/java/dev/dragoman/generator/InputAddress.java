package dev.dragoman.generator;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A URL or an archive entry in place of a file. Generation never fetches anything, so that a build
 * has the same result tomorrow and without a network.
 *
 * @param kind the kind of the address
 * @param text the address as written
 */
public record InputAddress(Kind kind, String text) {
  /** A scheme has at least two letters; one letter is a drive in Windows. */
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):(.*)");

  /** What an address refers to. */
  public enum Kind {
    /** A {@code file:} URL. */
    FILE,
    /** A resource that would have to be fetched. */
    URL,
    /** An entry of an archive. */
    ARCHIVE,
    /** A resource of the class path; see {@link ClasspathDocument}. */
    CLASSPATH
  }

  /**
   * The address in a text.
   *
   * @param written the text; a path made from a URL, which has lost one of its two slashes, is
   *     recognized as well
   * @return empty if the text is a path
   */
  public static Optional<InputAddress> of(String written) {
    String text = written.replace('\\', '/');
    Matcher matcher = SCHEME.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String rest = matcher.group(2);
    return switch (matcher.group(1).toLowerCase(Locale.ROOT)) {
      case "file" -> Optional.of(new InputAddress(Kind.FILE, text));
      case "http", "https", "ftp", "sftp", "s3", "gs", "git", "ssh" ->
          Optional.of(
              new InputAddress(Kind.URL, matcher.group(1) + "://" + rest.replaceFirst("^/+", "")));
      case "classpath" -> Optional.of(new InputAddress(Kind.CLASSPATH, text));
      case "jar", "zip", "mvn" -> Optional.of(new InputAddress(Kind.ARCHIVE, jar(text)));
      default -> Optional.empty();
    };
  }

  /** {@code jar:file:/a.jar!/b} has no host, {@code jar:https://…} has one. */
  private static String jar(String text) {
    return text.replaceFirst("^(jar:https?:)/+", "$1//");
  }

  /** What is wrong with the address, as a sentence. */
  public String problem() {
    return switch (kind) {
      case FILE -> "A URL is not allowed here; use a path.";
      case URL -> "A URL is not allowed here; only files are read.";
      case CLASSPATH -> "The class path has no such document.";
      case ARCHIVE -> "An entry of an archive is not allowed here; only files are read.";
    };
  }

  /** The path in a {@code file:} URL. */
  public String path() {
    return text.replaceFirst("(?i)^file:(//+(?=/)|//localhost(?=/))?", "");
  }
}

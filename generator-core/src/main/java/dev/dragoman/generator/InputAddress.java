package dev.dragoman.generator;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A URL or a place in an archive that was given where a file is wanted. Generating never fetches
 * anything: a build has to give the same result tomorrow, and without a network.
 *
 * @param kind of the address
 * @param text the address as it was written
 */
public record InputAddress(Kind kind, String text) {
  /** Two letters at least: one is a drive of Windows. */
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):(.*)");

  /** What an address leads to. */
  public enum Kind {
    /** A {@code file:} URL. */
    FILE,
    /** Something that has to be fetched. */
    URL,
    /** An entry of a jar, or of the class path. */
    ARCHIVE
  }

  /**
   * The address that a text is.
   *
   * @param written what was given; a path made of a URL, which has lost one of two slashes, is
   *     recognized too
   * @return empty when the text is a path
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
      case "jar", "zip", "classpath", "mvn" ->
          Optional.of(new InputAddress(Kind.ARCHIVE, jar(text)));
      default -> Optional.empty();
    };
  }

  /** {@code jar:file:/a.jar!/b} has no host, {@code jar:https://…} has one. */
  private static String jar(String text) {
    return text.replaceFirst("^(jar:https?:)/+", "$1//");
  }

  /** What is wrong with it, as a sentence. */
  public String problem() {
    return switch (kind) {
      case FILE -> "A URL is not allowed here; use a path.";
      case URL -> "A URL is not allowed here; only files are read.";
      case ARCHIVE -> "An entry of an archive is not allowed here; only files are read.";
    };
  }

  /** The path of a {@code file:} URL. */
  public String path() {
    return text.replaceFirst("(?i)^file:(//+(?=/)|//localhost(?=/))?", "");
  }
}

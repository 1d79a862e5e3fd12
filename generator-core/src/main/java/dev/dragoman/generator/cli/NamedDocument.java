package dev.dragoman.generator.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;

/**
 * A document on a command line: {@code FILE}, or {@code NAME=FILE}.
 *
 * @param name the vendor's name; empty if it is not given
 * @param file the document
 */
public record NamedDocument(Optional<String> name, Path file) {
  private static final Pattern NAMED = Pattern.compile("([A-Za-z][A-Za-z0-9 _-]*)=(.+)");

  public NamedDocument {
    Objects.requireNonNull(name);
    Objects.requireNonNull(file);
  }

  /** Reads an argument. A file whose name contains an equals sign is meant if it exists. */
  public static NamedDocument of(String argument) {
    Matcher named = NAMED.matcher(argument);
    Path whole = Path.of(argument);
    return named.matches() && !whole.toFile().exists()
        ? new NamedDocument(Optional.of(named.group(1)), Path.of(named.group(2)))
        : new NamedDocument(Optional.empty(), whole);
  }

  /** Reads arguments for picocli. */
  public static final class Converter implements ITypeConverter<NamedDocument> {
    @Override
    public NamedDocument convert(String argument) {
      return of(argument);
    }
  }
}

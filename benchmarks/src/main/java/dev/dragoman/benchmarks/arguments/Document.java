package dev.dragoman.benchmarks.arguments;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts the path of an existing file: an OpenAPI document. */
public final class Document implements ITypeConverter<Path> {
  @Override
  public Path convert(String value) {
    Path file = Path.of(value);
    if (!Files.isRegularFile(file)) {
      throw new TypeConversionException("'" + value + "' is not a file");
    }
    return file;
  }
}

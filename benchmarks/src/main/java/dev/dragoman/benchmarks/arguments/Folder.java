package dev.dragoman.benchmarks.arguments;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts the path of an existing folder. */
public final class Folder implements ITypeConverter<Path> {
  @Override
  public Path convert(String value) {
    Path folder = Path.of(value);
    if (!Files.isDirectory(folder)) {
      throw new TypeConversionException("'" + value + "' is not a folder");
    }
    return folder;
  }
}

package dev.dragoman.benchmarks.arguments;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts a number from 1 to 999,999. */
public final class Count implements ITypeConverter<Integer> {
  @Override
  public Integer convert(String value) {
    if (!value.matches("[1-9][0-9]{0,5}")) {
      throw new TypeConversionException("'" + value + "' is not a number from 1 to 999999");
    }
    return Integer.valueOf(value);
  }
}

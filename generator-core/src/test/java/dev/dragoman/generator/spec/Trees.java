package dev.dragoman.generator.spec;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.generator.spec.tree.DocumentParser;
import dev.dragoman.generator.spec.tree.ReadLimits;
import java.util.stream.Collectors;

/** Parses text in tests, and writes trees as compact JSON to compare them. */
public final class Trees {
  private Trees() {}

  public static Json parse(String text) {
    return parse(text, "doc.yaml");
  }

  public static Json parse(String text, String file) {
    return new DocumentParser(ReadLimits.DEFAULT, new Problems()).parse(text, file);
  }

  public static String compact(Json value) {
    if (value instanceof Json.Obj object) {
      return object.members().entrySet().stream()
          .map(member -> '"' + member.getKey() + "\":" + compact(member.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (value instanceof Json.Arr array) {
      return array.items().stream().map(Trees::compact).collect(Collectors.joining(",", "[", "]"));
    }
    if (value instanceof Json.Str string) {
      return '"' + string.value().replace("\n", "\\n") + '"';
    }
    if (value instanceof Json.Num number) {
      return number.digits();
    }
    return value instanceof Json.Bool bool ? String.valueOf(bool.value()) : "null";
  }
}

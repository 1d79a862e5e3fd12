package dev.dragoman.generator.plan.search;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.ParameterModel;
import dev.dragoman.generator.plan.schema.SchemaLookup;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the field of a response that contains the value of a path parameter: {@code issue_number}
 * of {@code /issues/{issue_number}} is {@code number} of an issue, and {@code customer} of {@code
 * /customers/{customer}} is its {@code id}.
 */
final class IdFields {
  private final SchemaLookup schemas;

  IdFields(SchemaLookup schemas) {
    this.schemas = schemas;
  }

  /**
   * The name of the field, or a path of two names if an object in between has the identity; empty
   * if no field has a fitting name.
   *
   * @param parameter the path parameter
   * @param nouns what it identifies, in the singular
   * @param fields the fields of the item that has the value
   */
  Optional<String> of(ParameterModel parameter, List<String> nouns, Map<String, Json> fields) {
    String type = type(parameter.schema());
    for (String name : names(parameter.name(), nouns)) {
      for (Map.Entry<String, Json> field : fields.entrySet()) {
        Optional<String> path =
            FieldNames.plain(field.getKey()).equals(name) ? usable(field, type) : Optional.empty();
        if (path.isPresent()) {
          return path;
        }
      }
    }
    return identity(type, fields);
  }

  /** A scalar field itself, or the identity of the object that it contains. */
  private Optional<String> usable(Map.Entry<String, Json> field, String type) {
    Json.Obj schema = schemas.resolve(field.getValue());
    if (schema.get("items") != null) {
      return Optional.empty();
    }
    Map<String, Json> inner = ResponseItem.fields(schema, schemas);
    return inner.isEmpty()
        ? Optional.of(field.getKey())
        : identity(type, inner).map(name -> field.getKey() + "." + name);
  }

  /** The names that the field may have, without case and separators, best first. */
  private static Set<String> names(String parameter, List<String> nouns) {
    Set<String> names = new LinkedHashSet<>();
    String own = FieldNames.plain(parameter);
    names.add(own);
    nouns.forEach(noun -> names.add(FieldNames.plain(noun) + own));
    List<String> words = withoutNouns(FieldNames.words(parameter), nouns);
    List<String> part = new ArrayList<>();
    for (String word : words) {
      if (word.equals("or")) {
        names.add(String.join("", part));
        part.clear();
      } else {
        part.add(word);
      }
    }
    names.add(String.join("", part));
    String last = words.isEmpty() ? "" : words.get(words.size() - 1);
    if (FieldNames.IDENTITY.contains(last)) {
      names.add(last);
    }
    names.remove("");
    return names;
  }

  private static List<String> withoutNouns(List<String> words, List<String> nouns) {
    Set<String> known = new LinkedHashSet<>();
    nouns.forEach(noun -> known.addAll(FieldNames.words(noun)));
    int start = 0;
    while (start < words.size() && known.contains(PathShape.noun(words.get(start)))) {
      start++;
    }
    return words.subList(start, words.size());
  }

  /** The first usual name of an identifier; one of the parameter's type is better than others. */
  private Optional<String> identity(String type, Map<String, Json> fields) {
    List<Map.Entry<String, Json>> found =
        FieldNames.IDENTITY.stream()
            .flatMap(
                name ->
                    fields.entrySet().stream()
                        .filter(field -> FieldNames.plain(field.getKey()).equals(name)))
            .filter(field -> ResponseItem.fields(resolved(field), schemas).isEmpty())
            .toList();
    return found.stream()
        .filter(field -> type(field.getValue()).equals(type))
        .findFirst()
        .or(() -> found.stream().findFirst())
        .map(Map.Entry::getKey);
  }

  private Json.Obj resolved(Map.Entry<String, Json> field) {
    return schemas.resolve(field.getValue());
  }

  private String type(Json schema) {
    return SchemaLookup.type(schemas.resolve(schema)).orElse("");
  }
}

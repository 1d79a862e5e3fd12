package dev.dragoman.generator.spec.tree;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.problem.Location;
import dev.dragoman.generator.spec.problem.LocatedException;
import dev.dragoman.generator.spec.problem.SpecProblem;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** Parses JSON text (RFC 8259) into a tree with locations. */
final class JsonTreeReader {
  private final JsonParser parser;
  private final String file;
  private final ReadLimits limits;
  private final SharedStrings strings;

  private JsonTreeReader(JsonParser parser, String file, ReadLimits limits, SharedStrings strings) {
    this.parser = parser;
    this.file = file;
    this.limits = limits;
    this.strings = strings;
  }

  /**
   * Parses a document.
   *
   * @throws LocatedException with the location of the first error
   */
  public static Json read(String text, String file, ReadLimits limits, SharedStrings strings) {
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(limits.depth() + 1)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();
    try (JsonParser parser =
        factory.createParser(ObjectReadContext.empty(), new StringReader(text))) {
      return new JsonTreeReader(parser, file, limits, strings).document();
    } catch (StreamConstraintsException e) {
      throw new LocatedException(
          SpecProblem.LIMIT, place(file, e.getLocation()), sentence(e), "Simplify the document.");
    } catch (UnexpectedEndOfInputException e) {
      throw new LocatedException(
          SpecProblem.SYNTAX,
          place(file, e.getLocation()),
          "The JSON is incomplete.",
          "The file appears to be truncated; download it again.");
    } catch (JacksonException e) {
      throw new LocatedException(
          SpecProblem.SYNTAX,
          place(file, e.getLocation()),
          "Not valid JSON: " + sentence(e),
          "Fix the document.");
    }
  }

  private Json document() {
    JsonToken first = parser.nextToken();
    Json root = value(first, new Location(file, line(), column(), ""), 0);
    if (parser.nextToken() != null) {
      throw new LocatedException(
          SpecProblem.SYNTAX,
          new Location(file, line(), column(), ""),
          "Unexpected content after the end of the JSON document.",
          "Keep one document per file.");
    }
    return root;
  }

  private Json value(JsonToken token, Location location, int depth) {
    return switch (token) {
      case START_OBJECT -> object(location, deeper(depth, location));
      case START_ARRAY -> array(location, deeper(depth, location));
      case VALUE_STRING -> new Json.Str(strings.share(parser.getString()), location);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          new Json.Num(strings.share(parser.getString()), location);
      case VALUE_TRUE -> new Json.Bool(true, location);
      case VALUE_FALSE -> new Json.Bool(false, location);
      case VALUE_NULL -> new Json.Null(location);
      default -> throw new IllegalStateException("not a value: " + token);
    };
  }

  private Json object(Location location, int depth) {
    Map<String, Json> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = strings.share(parser.currentName());
      Json first = members.get(name);
      if (first != null) {
        throw LocatedException.duplicateKey(name, first, location.member(name, line(), column()));
      }
      JsonToken token = parser.nextToken();
      members.put(name, value(token, location.member(name, line(), column()), depth));
    }
    return new Json.Obj(members, location);
  }

  private Json array(Location location, int depth) {
    List<Json> items = new ArrayList<>();
    JsonToken token = parser.nextToken();
    while (token != JsonToken.END_ARRAY) {
      items.add(value(token, location.item(items.size(), line(), column()), depth));
      token = parser.nextToken();
    }
    return new Json.Arr(items, location);
  }

  private int deeper(int depth, Location location) {
    if (depth >= limits.depth()) {
      throw LocatedException.tooDeep(location, limits.depth());
    }
    return depth + 1;
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }

  private int column() {
    return parser.currentTokenLocation().getColumnNr();
  }

  private static Location place(String file, TokenStreamLocation at) {
    return new Location(file, Math.max(at.getLineNr(), 0), Math.max(at.getColumnNr(), 0), "");
  }

  /** The first line of a parser's message; the others contain its own view of the location. */
  private static String sentence(JacksonException e) {
    String message = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
    return message.endsWith(".") ? message : message + ".";
  }
}

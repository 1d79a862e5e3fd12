package dev.dragoman.runtime.tool.call;

import dev.dragoman.runtime.request.ArgumentProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Replaces paths of files, {@code {"path": "…"}}, by their contents before a request is made. Reads
 * only regular files that are, after resolving all links, inside the one folder that the operator
 * allows. Used for one call, because it counts the bytes.
 */
final class UploadFolder {
  /** Maximum size of all files of a call together, in bytes. */
  private static final int MAX_BYTES = 25_000_000;

  private static final String PATH = "path";
  private static final Set<String> MEMBERS = Set.of(PATH, "filename", "contentType");

  private final Optional<Path> folder;
  private final String remedy;
  private final List<ArgumentProblem> problems;
  private int left = MAX_BYTES;

  /**
   * The files of one call.
   *
   * @param remedy how to allow files, for the message if none are allowed
   * @param problems receives problems with paths
   */
  UploadFolder(Optional<Path> folder, String remedy, List<ArgumentProblem> problems) {
    this.folder = folder;
    this.remedy = remedy;
    this.problems = problems;
  }

  /** A binary body: the file itself. */
  JsonNode bytes(JsonNode body) {
    return isPath(body) ? file("body", (ObjectNode) body) : body;
  }

  /**
   * The fields of a form, or the parts of an unnamed multipart body.
   *
   * @param isObject whether a field is an object by its schema, in which case {@code path} is a
   *     member of its own
   */
  JsonNode form(JsonNode body, Predicate<String> isObject) {
    if (body instanceof ArrayNode parts) {
      return parts("body", parts);
    }
    if (!(body instanceof ObjectNode fields)) {
      return body;
    }
    ObjectNode read = fields.objectNode();
    fields.forEachEntry(
        (name, value) ->
            read.set(name, isObject.test(name) ? value : field("body/" + name, value)));
    return read;
  }

  private JsonNode field(String place, JsonNode value) {
    if (value instanceof ArrayNode items) {
      return parts(place, items);
    }
    return isPath(value) ? file(place, (ObjectNode) value) : value;
  }

  private ArrayNode parts(String place, ArrayNode items) {
    ArrayNode read = items.arrayNode();
    for (int index = 0; index < items.size(); index++) {
      JsonNode item = items.path(index);
      String itemPlace = place + "[" + index + "]";
      read.add(isPath(item) ? file(itemPlace, (ObjectNode) item) : item);
    }
    return read;
  }

  private static boolean isPath(JsonNode value) {
    return value.isObject()
        && value.path(PATH).isString()
        && MEMBERS.containsAll(value.propertyNames());
  }

  /** The file with its contents; an empty one after a problem. */
  private ObjectNode file(String place, ObjectNode given) {
    byte[] bytes = new byte[0];
    try {
      bytes = read(given.path(PATH).stringValue());
    } catch (UnreadableFileException refused) {
      problems.add(new ArgumentProblem(place + "/" + PATH, refused.reason()));
    }
    ObjectNode file = given.objectNode();
    String name = given.path(PATH).stringValue().replaceFirst("^.*[/\\\\]", "");
    file.put("filename", given.path("filename").asString(name));
    if (given.path("contentType").isString()) {
      file.set("contentType", given.path("contentType"));
    }
    return file.put("base64", Base64.getEncoder().encodeToString(bytes));
  }

  private byte[] read(String path) throws UnreadableFileException {
    Path allowed =
        folder.orElseThrow(
            () ->
                new UnreadableFileException(
                    "this server reads no files: " + remedy + "; or give the bytes as base64"));
    Path file = realPath(allowed, path);
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = in.readNBytes(left + 1);
      if (bytes.length > left) {
        throw new UnreadableFileException(
            "the files of a call may have " + MAX_BYTES + " bytes together");
      }
      left -= bytes.length;
      return bytes;
    } catch (IOException e) {
      throw new UnreadableFileException("the file cannot be read");
    }
  }

  /**
   * The same message for everything outside the folder, so that a caller cannot find out which
   * files exist.
   */
  private static Path realPath(Path folder, String path) throws UnreadableFileException {
    try {
      Path root = folder.toRealPath();
      Path inside = root.resolve(path).normalize();
      if (inside.startsWith(root)) {
        Path real = inside.toRealPath();
        if (real.startsWith(root) && Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)) {
          return real;
        }
      }
    } catch (IOException | InvalidPathException none) {
      // Reported below, like any other unreadable file.
    }
    throw new UnreadableFileException(
        "is not a file in the folder that this server may read from; a path is relative to it");
  }

  /** A file that cannot be read; the reason is reported to the agent. */
  private static final class UnreadableFileException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableFileException(String reason) {
      super(reason);
    }

    String reason() {
      return String.valueOf(getMessage());
    }
  }
}

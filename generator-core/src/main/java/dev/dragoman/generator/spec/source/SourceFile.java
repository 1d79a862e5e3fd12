package dev.dragoman.generator.spec.source;

import dev.dragoman.generator.model.Json;
import java.nio.file.Path;

/**
 * A file that has been read.
 *
 * @param path with symbolic links resolved
 * @param name the name in messages: the document as named by the user, other files relative to it
 * @param key the file in canonical references: empty for the document, otherwise its path relative
 *     to the document's folder, with slashes
 * @param root its contents
 */
public record SourceFile(Path path, String name, String key, Json root) {}

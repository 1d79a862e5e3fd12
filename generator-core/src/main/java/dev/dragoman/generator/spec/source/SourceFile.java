package dev.dragoman.generator.spec.source;

import dev.dragoman.generator.model.Json;
import java.nio.file.Path;

/**
 * A file that was read.
 *
 * @param path links resolved
 * @param name in messages: as the user named the document, or beside that
 * @param key in canonical references: empty for the document, else its path from the document's
 *     folder, with slashes
 * @param root what it holds
 */
public record SourceFile(Path path, String name, String key, Json root) {}

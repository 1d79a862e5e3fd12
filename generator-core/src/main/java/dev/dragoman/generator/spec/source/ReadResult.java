package dev.dragoman.generator.spec.source;

import dev.dragoman.generator.model.ApiModel;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The result of reading a document.
 *
 * @param model the API
 * @param inputs all files that were looked for, with symbolic links resolved, the document first;
 *     each with the SHA-256 of the bytes that were read (hexadecimal), {@link #ABSENT} or {@link
 *     #UNREAD}. A change of any of them may change the model
 * @param license the contents of {@code info.license}: name, and identifier or URL; empty if there
 *     is none
 */
public record ReadResult(ApiModel model, Map<Path, String> inputs, String license) {
  /** In place of a digest: the file does not exist. */
  public static final String ABSENT = "absent";

  /** In place of a digest: the file could not be read. */
  public static final String UNREAD = "unread";

  public ReadResult {
    Objects.requireNonNull(model);
    Objects.requireNonNull(license);
    inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
  }

  /** The files that exist, with symbolic links resolved, the document first. */
  public List<Path> files() {
    return inputs.entrySet().stream()
        .filter(input -> !input.getValue().equals(ABSENT))
        .map(Map.Entry::getKey)
        .toList();
  }
}

package dev.dragoman.generator.spec;

import dev.dragoman.generator.model.ApiModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What reading gave.
 *
 * @param model the API
 * @param files all files that were opened, links resolved, the document first; a change of one of
 *     them may change the model
 * @param licence what {@code info.license} says: name, and identifier or address; empty when
 *     nothing
 */
public record ReadResult(ApiModel model, List<Path> files, String licence) {
  public ReadResult {
    Objects.requireNonNull(model);
    Objects.requireNonNull(licence);
    files = List.copyOf(files);
  }
}

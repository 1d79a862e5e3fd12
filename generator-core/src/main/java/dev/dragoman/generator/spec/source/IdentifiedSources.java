package dev.dragoman.generator.spec.source;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.spec.identifier.Identifiers;
import dev.dragoman.generator.spec.identifier.Resource;
import dev.dragoman.generator.spec.problem.LocatedException;
import dev.dragoman.generator.spec.source.References.Target;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The identifiers in all files of a document. Those of a file are known once it has been opened.
 */
final class IdentifiedSources {
  private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*");

  private final SourceFiles sources;
  private final Identifiers identifiers = new Identifiers();
  private int known;
  private int followed;

  IdentifiedSources(SourceFiles sources) {
    this.sources = sources;
  }

  /** Whether any open file contains a dynamic reference. */
  boolean isDynamic() {
    learn();
    return identifiers.isDynamic();
  }

  /** The dynamic anchors of the resource to which a schema belongs, by name. */
  Map<String, Target> dynamicAnchors(Json schema) {
    Map<String, Target> anchors = new HashMap<>();
    identifiers
        .of(schema, sources.of(schema.location()).key())
        .ifPresent(
            resource ->
                resource
                    .dynamicAnchors()
                    .forEach((name, place) -> anchors.put(name, Target.at(place))));
    return anchors;
  }

  /**
   * The resource to which a reference refers by its identifier.
   *
   * @param file the reference without its fragment
   */
  Optional<Resource> meant(Json.Str reference, String file) {
    learn();
    Optional<Resource> from = identifiers.of(reference, sources.of(reference.location()).key());
    Optional<Resource> meant = from.flatMap(resource -> identifiers.meant(resource, file));
    if (meant.isEmpty() && ABSOLUTE.matcher(file).matches()) {
      openAll();
      meant = from.flatMap(resource -> identifiers.meant(resource, file));
    }
    return meant;
  }

  /** Collects the identifiers of files that were opened in the meantime. */
  private void learn() {
    for (; known < sources.opened().size(); known++) {
      SourceFile source = sources.opened().get(known);
      identifiers.add(source.key(), source.path().toString().replace('\\', '/'), source.root());
    }
  }

  /**
   * Opens all files to which open files refer, so that the result does not depend on the order of
   * references. Done only if an absolute reference cannot be resolved otherwise.
   */
  private void openAll() {
    for (; followed < sources.opened().size(); followed++) {
      SourceFile source = sources.opened().get(followed);
      open(source, source.root());
    }
    learn();
  }

  private void open(SourceFile source, Json value) {
    Json.Str reference = References.of(value);
    if (reference != null) {
      String file = Pointer.percentDecoded(reference.value().replaceFirst("#.*", ""));
      if (!file.isEmpty() && !ABSOLUTE.matcher(file).matches()) {
        open(source, file, reference);
      }
    }
    if (value instanceof Json.Obj object) {
      object.members().values().forEach(member -> open(source, member));
    } else if (value instanceof Json.Arr array) {
      array.items().forEach(item -> open(source, item));
    }
  }

  private void open(SourceFile source, String file, Json.Str reference) {
    try {
      var unused = sources.open(source, file, reference.location());
    } catch (LocatedException e) {
      // Reported when the target is needed.
    }
  }
}

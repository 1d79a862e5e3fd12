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

/** The identifiers in all files of a document; a file's count from when it is opened. */
final class IdentifiedSources {
  private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*");

  private final SourceFiles sources;
  private final Identifiers identifiers = new Identifiers();
  private int known;
  private int followed;

  IdentifiedSources(SourceFiles sources) {
    this.sources = sources;
  }

  boolean isDynamic() {
    learn();
    return identifiers.isDynamic();
  }

  /** The dynamic anchors of the resource that a schema stands in, by name. */
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
   * The resource that a reference means by its identifier.
   *
   * @param file what it says before the fragment
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

  private void learn() {
    for (; known < sources.opened().size(); known++) {
      SourceFile source = sources.opened().get(known);
      identifiers.add(source.key(), source.path().toString().replace('\\', '/'), source.root());
    }
  }

  /**
   * Opens the files that the ones opened refer to, so that the order of references is no matter.
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
      // Whoever needs what the reference leads to will say so.
    }
  }
}

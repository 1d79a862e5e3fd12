package dev.dragoman.generator.spec.source;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.problem.Location;
import dev.dragoman.generator.spec.identifier.Place;
import dev.dragoman.generator.spec.identifier.Resource;
import dev.dragoman.generator.spec.problem.LocatedException;
import dev.dragoman.generator.spec.problem.SpecProblem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the targets of references. Does not report anything; the caller knows whether a missing
 * target matters.
 */
public final class References {
  /** Maximum number of references in a row, which ends circular ones. */
  private static final int LONGEST_CHAIN = 100;

  private static final List<List<String>> SCHEMA_HOMES =
      List.of(List.of("components", "schemas"), List.of("definitions"));

  /**
   * The target of a reference.
   *
   * @param canonical the canonical form of all references to it
   */
  public record Target(String canonical, Json value) {
    static Target at(Place place) {
      return new Target(place.canonical(), place.value());
    }
  }

  private final SourceFiles sources;
  private final Anchors anchors = new Anchors();
  private final @Nullable IdentifiedSources identified;

  /**
   * Creates the references of a document.
   *
   * @param byIdentifier whether schemas have identifiers, as in OpenAPI 3.1 and later
   */
  public References(SourceFiles sources, boolean byIdentifier) {
    this.sources = sources;
    this.identified = byIdentifier ? new IdentifiedSources(sources) : null;
  }

  /** Whether schemas have identifiers, which canonical references make superfluous. */
  public boolean byIdentifier() {
    return identified != null;
  }

  /** Whether any file contains a dynamic reference. */
  public boolean isDynamic() {
    return identified != null && identified.isDynamic();
  }

  /** The dynamic anchors of the resource to which a schema belongs, by name. */
  public Map<String, Target> dynamicAnchors(Json schema) {
    return identified == null ? Map.of() : identified.dynamicAnchors(schema);
  }

  /** The target of a reference; empty if it has none. */
  public Optional<Target> known(Json.Str reference) {
    try {
      return Optional.of(find(reference));
    } catch (LocatedException e) {
      return Optional.empty();
    }
  }

  /** The value of a {@code $ref} member, or null if the value is not a reference. */
  public static Json.@Nullable Str of(Json value) {
    return value instanceof Json.Obj object && object.get("$ref") instanceof Json.Str reference
        ? reference
        : null;
  }

  /**
   * The target of a reference.
   *
   * @throws LocatedException if there is none, or it must not or cannot be read
   */
  public Target find(Json.Str reference) {
    return find(reference, 0);
  }

  /** The document's schema with this name. */
  public Optional<Target> named(String name) {
    return named(name, sources.entry());
  }

  private Target find(Json.Str written, int hops) {
    String reference = written.value();
    Location location = written.location();
    if (hops > LONGEST_CHAIN) {
      throw new LocatedException(
          SpecProblem.REFERENCE_CYCLE,
          location,
          "The reference \"%s\" is circular.".formatted(reference),
          "Point it to a definition.");
    }
    int hash = reference.indexOf('#');
    String file = Pointer.percentDecoded(hash < 0 ? reference : reference.substring(0, hash));
    String fragment = hash < 0 ? "" : Pointer.percentDecoded(reference.substring(hash + 1));
    Optional<Target> byIdentifier = byIdentifier(written, file, fragment, hops);
    if (byIdentifier.isPresent()) {
      return byIdentifier.get();
    }
    if (file.isEmpty()) {
      return inside(sources.of(location), fragment, reference, location, hops);
    }
    try {
      SourceFile source = sources.open(sources.of(location), file, location);
      return inside(source, fragment, reference, location, hops);
    } catch (LocatedException e) {
      if (hash < 0 && e.problem() == SpecProblem.MISSING_FILE) {
        return named(file, sources.of(location)).orElseThrow(() -> e);
      }
      throw e;
    }
  }

  /**
   * A schema by its bare name: Swagger 1.2 wrote references in this way, and some documents still
   * do.
   */
  private static Optional<Target> named(String name, SourceFile source) {
    for (List<String> home : SCHEMA_HOMES) {
      Json value = source.root();
      for (String token : home) {
        value = value == null ? null : Pointer.step(value, token);
      }
      Json schema = value == null ? null : Pointer.step(value, name);
      if (schema != null) {
        String canonical =
            source.key() + "#/" + String.join("/", home) + "/" + Pointer.escape(name);
        return Optional.of(new Target(canonical, schema));
      }
    }
    return Optional.empty();
  }

  /** The target of a fragment in a file: a JSON pointer or an anchor. */
  private Target inside(
      SourceFile source, String fragment, String reference, Location location, int hops) {
    if (fragment.isEmpty() || fragment.startsWith("/")) {
      Target root = new Target(source.key() + "#", source.root());
      return walk(root, Pointer.tokens(fragment), reference, location, hops);
    }
    Json anchored = anchors.find(source, fragment);
    if (anchored == null) {
      throw dangling(reference, location);
    }
    return new Target(source.key() + "#" + anchored.location().pointer(), anchored);
  }

  /**
   * The target of a reference by the identifiers of schemas, which take precedence over files (JSON
   * Schema 2020-12 core, section 9.1.2). A pointer or anchor that does not exist in the resource of
   * the reference is then searched for in the file, because many documents assume that.
   */
  private Optional<Target> byIdentifier(Json.Str written, String file, String fragment, int hops) {
    Resource resource = identified == null ? null : identified.meant(written, file).orElse(null);
    if (resource == null) {
      return Optional.empty();
    }
    Target root = Target.at(resource.root());
    boolean isPointer = fragment.isEmpty() || fragment.startsWith("/");
    if (isPointer && file.isEmpty() && root.canonical().endsWith("#")) {
      // The resource is the file itself.
      return Optional.empty();
    }
    String reference = written.value();
    try {
      return Optional.of(
          isPointer
              ? walk(root, Pointer.tokens(fragment), reference, written.location(), hops)
              : resource
                  .anchor(fragment)
                  .map(Target::at)
                  .orElseThrow(() -> dangling(reference, written.location())));
    } catch (LocatedException e) {
      if (file.isEmpty() && hops == 0 && e.problem().isLocal()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * Follows a pointer from a value. A reference on the way is followed if the pointer continues
   * behind it.
   */
  private Target walk(
      Target start, List<String> tokens, String reference, Location location, int hops) {
    Target at = start;
    for (String token : tokens) {
      Json next = Pointer.step(at.value(), token);
      Json.Str onTheWay = of(at.value());
      if (next == null && onTheWay != null) {
        at = find(onTheWay, hops + 1);
        next = Pointer.step(at.value(), token);
      }
      if (next == null) {
        throw dangling(reference, location);
      }
      at = new Target(at.canonical() + "/" + Pointer.escape(token), next);
    }
    return at;
  }

  private static LocatedException dangling(String reference, Location location) {
    return new LocatedException(
        SpecProblem.DANGLING_REFERENCE,
        location,
        "The reference \"%s\" cannot be resolved.".formatted(reference),
        "Add the target or fix the reference.");
  }
}

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

/** Finds what a reference refers to. Reports nothing: that is for those who need the target. */
public final class References {
  private static final int LONGEST_CHAIN = 100;
  private static final List<List<String>> SCHEMA_HOMES =
      List.of(List.of("components", "schemas"), List.of("definitions"));

  /**
   * What a reference leads to.
   *
   * @param canonical the one spelling of all references to it
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
   * References among files.
   *
   * @param byIdentifier whether schemas have identifiers, as they do since OpenAPI 3.1
   */
  public References(SourceFiles sources, boolean byIdentifier) {
    this.sources = sources;
    this.identified = byIdentifier ? new IdentifiedSources(sources) : null;
  }

  /** Whether schemas have identifiers, which canonical references make superfluous. */
  public boolean byIdentifier() {
    return identified != null;
  }

  /** Whether a dynamic reference was met in one of the files. */
  public boolean isDynamic() {
    return identified != null && identified.isDynamic();
  }

  /** The dynamic anchors of the resource that a schema stands in, by name. */
  public Map<String, Target> dynamicAnchors(Json schema) {
    return identified == null ? Map.of() : identified.dynamicAnchors(schema);
  }

  /** The target of a reference; empty when it has none. */
  public Optional<Target> known(Json.Str reference) {
    try {
      return Optional.of(find(reference));
    } catch (LocatedException e) {
      return Optional.empty();
    }
  }

  /** The text of a {@code $ref} member, or null when the value is no reference. */
  public static Json.@Nullable Str of(Json value) {
    return value instanceof Json.Obj object && object.get("$ref") instanceof Json.Str reference
        ? reference
        : null;
  }

  /**
   * The target of a reference.
   *
   * @throws LocatedException if there is none, or none that may or can be read
   */
  public Target find(Json.Str reference) {
    return find(reference, 0);
  }

  /** The document's schema of that name. */
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

  /** A schema by its bare name, as Swagger 1.2 wrote references and some documents still do. */
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
   * What a reference means by the identifiers of schemas, which count before anything is retrieved
   * (JSON Schema 2020-12 core, section 9.1.2). A pointer or anchor that the resource around the
   * reference does not have is looked for in the file: many documents mean that.
   */
  private Optional<Target> byIdentifier(Json.Str written, String file, String fragment, int hops) {
    Resource resource = identified == null ? null : identified.meant(written, file).orElse(null);
    if (resource == null) {
      return Optional.empty();
    }
    Target root = Target.at(resource.root());
    boolean isPointer = fragment.isEmpty() || fragment.startsWith("/");
    if (isPointer && file.isEmpty() && root.canonical().endsWith("#")) {
      // The resource is the file.
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

  /** Goes down from a value; a reference on the way is followed when the way goes on behind it. */
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

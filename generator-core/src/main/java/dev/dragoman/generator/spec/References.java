package dev.dragoman.generator.spec;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.problem.Location;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what a reference refers to. Reports nothing: that is for those who need the target. */
final class References {
  private static final int LONGEST_CHAIN = 100;
  private static final List<List<String>> SCHEMA_HOMES =
      List.of(List.of("components", "schemas"), List.of("definitions"));

  /**
   * What a reference leads to.
   *
   * @param canonical the one spelling of all references to it
   */
  record Target(String canonical, Json value) {}

  private final Sources sources;
  private final Anchors anchors = new Anchors();

  References(Sources sources) {
    this.sources = sources;
  }

  /** The text of a {@code $ref} member, or null when the value is no reference. */
  static Json.@Nullable Str of(Json value) {
    return value instanceof Json.Obj object && object.get("$ref") instanceof Json.Str reference
        ? reference
        : null;
  }

  /**
   * The target of a reference.
   *
   * @throws LocatedException if there is none, or none that may or can be read
   */
  Target find(Json.Str reference) {
    return find(reference.value(), reference.location(), 0);
  }

  /** The document's schema of that name. */
  Optional<Target> named(String name) {
    return named(name, sources.entry());
  }

  private Target find(String reference, Location location, int hops) {
    if (hops > LONGEST_CHAIN) {
      throw new LocatedException(
          SpecProblem.REFERENCE_CYCLE,
          location,
          "The reference \"%s\" leads back to itself.".formatted(reference),
          "Let it refer to a definition.");
    }
    int hash = reference.indexOf('#');
    String file = Pointer.percentDecoded(hash < 0 ? reference : reference.substring(0, hash));
    String fragment = hash < 0 ? "" : Pointer.percentDecoded(reference.substring(hash + 1));
    if (file.isEmpty()) {
      return inside(sources.of(location), fragment, reference, location, hops);
    }
    try {
      Source source = sources.open(sources.of(location), file, location);
      return inside(source, fragment, reference, location, hops);
    } catch (LocatedException e) {
      if (hash < 0 && e.problem() == SpecProblem.MISSING_FILE) {
        return named(file, sources.of(location)).orElseThrow(() -> e);
      }
      throw e;
    }
  }

  /** A schema by its bare name, as Swagger 1.2 wrote references and some documents still do. */
  private static Optional<Target> named(String name, Source source) {
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
      Source source, String fragment, String reference, Location location, int hops) {
    if (fragment.isEmpty() || fragment.startsWith("/")) {
      return walk(source, Pointer.tokens(fragment), reference, location, hops);
    }
    Json anchored = anchors.find(source, fragment);
    if (anchored == null) {
      throw dangling(reference, location);
    }
    return new Target(source.key() + "#" + anchored.location().pointer(), anchored);
  }

  /** Goes down from the root; a reference on the way is followed when the way goes on behind it. */
  private Target walk(
      Source source, List<String> tokens, String reference, Location location, int hops) {
    Target at = new Target(source.key() + "#", source.root());
    for (String token : tokens) {
      Json next = Pointer.step(at.value(), token);
      Json.Str onTheWay = of(at.value());
      if (next == null && onTheWay != null) {
        at = find(onTheWay.value(), onTheWay.location(), hops + 1);
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
        "Add what it names or fix the reference.");
  }
}

package dev.dragoman.generator.spec;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.problem.Location;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what a reference refers to. Reports nothing: that is for those who need the target. */
final class References {
  private static final int LONGEST_CHAIN = 100;

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
   * @return empty when it lies in a file that cannot be read, which was noted then
   * @throws LocatedException if there is none, or none that may be read
   */
  Optional<Target> find(Json.Str reference) {
    return find(reference.value(), reference.location(), 0);
  }

  /** The target of a reference that stands elsewhere than in a {@code $ref} member. */
  Optional<Target> find(String reference, Location location) {
    return find(reference, location, 0);
  }

  private Optional<Target> find(String reference, Location location, int hops) {
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
    Optional<Source> source =
        file.isEmpty()
            ? Optional.of(sources.of(location))
            : sources.open(sources.of(location), file, location);
    return source.flatMap(found -> inside(found, fragment, reference, location, hops));
  }

  private Optional<Target> inside(
      Source source, String fragment, String reference, Location location, int hops) {
    if (fragment.isEmpty() || fragment.startsWith("/")) {
      return walk(source, Pointer.tokens(fragment), reference, location, hops);
    }
    Json anchored = anchors.find(source, fragment);
    if (anchored == null) {
      throw dangling(reference, location);
    }
    return Optional.of(new Target(source.key() + "#" + anchored.location().pointer(), anchored));
  }

  /** Goes down from the root; a reference on the way is followed when the way goes on behind it. */
  private Optional<Target> walk(
      Source source, List<String> tokens, String reference, Location location, int hops) {
    Target at = new Target(source.key() + "#", source.root());
    for (String token : tokens) {
      Json next = Pointer.step(at.value(), token);
      Json.Str onTheWay = of(at.value());
      if (next == null && onTheWay != null) {
        Optional<Target> behind = find(onTheWay.value(), onTheWay.location(), hops + 1);
        if (behind.isEmpty()) {
          return behind;
        }
        at = behind.get();
        next = Pointer.step(at.value(), token);
      }
      if (next == null) {
        throw dangling(reference, location);
      }
      at = new Target(at.canonical() + "/" + Pointer.escape(token), next);
    }
    return Optional.of(at);
  }

  private static LocatedException dangling(String reference, Location location) {
    return new LocatedException(
        SpecProblem.DANGLING_REFERENCE,
        location,
        "The reference \"%s\" leads to nothing.".formatted(reference),
        "Add what it names or mend the reference.");
  }
}

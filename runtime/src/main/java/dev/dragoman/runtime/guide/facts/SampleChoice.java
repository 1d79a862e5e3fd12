package dev.dragoman.runtime.guide.facts;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.catalog.OperationCard;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Chooses the operation with which a new connection is tried: one that only reads and needs no
 * argument, preferably one that tells who the caller is, because its response shows that the
 * credential arrived.
 */
public final class SampleChoice {
  /** Words of ids and paths of operations about the caller, the best first. */
  private static final Pattern[] PREFERRED = {
    Pattern.compile("(?i).*(/(me|self|whoami|myself)|/user|/account|/profile)"),
    Pattern.compile("(?i).*(whoami|currentuser|getme|authenticated|myself|identity).*"),
    Pattern.compile("(?i)(list|get).*")
  };

  private SampleChoice() {}

  /** The most suitable operation of an API; empty if every one needs an argument or may write. */
  public static Optional<SampleOperation> of(Stream<OperationCard> cards) {
    return cards
        .filter(SampleChoice::isSuitable)
        .min(
            Comparator.comparingInt(SampleChoice::rank)
                .thenComparingInt(card -> card.path().length()))
        .map(
            card ->
                new SampleOperation(card.id(), card.method() + " " + card.path(), card.summary()));
  }

  private static boolean isSuitable(OperationCard card) {
    return card.access() == AccessLevel.READ
        && !card.deprecated()
        && card.authModes().contains(AuthMode.USER)
        && card.body().isEmpty()
        && !hasRequired(card.parameters());
  }

  /** The position of the first pattern that the operation matches. */
  private static int rank(OperationCard card) {
    String id = card.id().replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    if (PREFERRED[0].matcher(card.path()).matches()) {
      return 0;
    }
    return IntStream.range(1, PREFERRED.length)
        .filter(i -> PREFERRED[i].matcher(id).matches())
        .findFirst()
        .orElse(PREFERRED.length);
  }

  /**
   * Whether a signature such as {@code owner: string, page?: integer} has a required parameter:
   * required ones come first.
   */
  private static boolean hasRequired(String parameters) {
    int colon = parameters.indexOf(": ");
    return colon >= 0 && (colon == 0 || parameters.charAt(colon - 1) != '?');
  }
}

package dev.dragoman.runtime.tool.search;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.catalog.IdSource;
import dev.dragoman.runtime.catalog.OperationCard;
import dev.dragoman.runtime.execute.HttpMethods;
import dev.dragoman.runtime.guard.Decision;
import dev.dragoman.runtime.guard.Guard;
import dev.dragoman.runtime.guard.OrganizationRule;
import dev.dragoman.runtime.guard.Permit;
import dev.dragoman.runtime.guard.Refusal;
import dev.dragoman.runtime.tool.ApiOperations;
import dev.dragoman.runtime.tool.ForeignText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes an operation as a search hit: a few labeled lines, enough to call it, within a budget of
 * bytes. Used for one result, because it collects the remedies for the operations that were
 * refused.
 */
public final class HitText {
  /**
   * Average size of a hit in bytes: five hits and the text around them are 1,500 tokens. Signatures
   * tokenize poorly, at about 3.3 bytes per token.
   */
  static final int BUDGET = 880;

  private static final int SOURCES_SHOWN = 4;

  /**
   * How much of the text other than signatures is kept; reduced step by step until the hit fits.
   */
  private static final List<Double> SCALES = List.of(1.0, 0.7, 0.45, 0.3, 0.2);

  private static final double LEAST_SCALE = 0.2;

  private final Guard guard;
  private final Caller caller;
  private final boolean scripts;
  private final Set<String> remedies = new LinkedHashSet<>();

  /**
   * Starts a result.
   *
   * @param scripts whether to show how a script calls an operation
   */
  HitText(Guard guard, Caller caller, boolean scripts) {
    this.guard = guard;
    this.caller = caller;
    this.scripts = scripts;
  }

  /**
   * The operation's id and what a caller needs to know to call it, in about {@link #BUDGET} bytes;
   * more if the required parameters and fields take more.
   */
  String full(OperationCard card) {
    return full(List.of(card)).get(0).orElseThrow();
  }

  /**
   * The operations, which share {@link #BUDGET} times their number: what short ones leave unused is
   * available to longer ones. All that a call requires is shown; if that does not fit for all of
   * them, the last ones are empty.
   */
  List<Optional<String>> full(List<OperationCard> cards) {
    List<String> wanted = cards.stream().map(this::whole).toList();
    List<Integer> bytes = wanted.stream().map(ForeignText::bytes).toList();
    if (bytes.stream().mapToInt(Integer::intValue).sum() <= BUDGET * cards.size()) {
      return wanted.stream().map(Optional::of).toList();
    }
    List<Integer> least = cards.stream().map(card -> ForeignText.bytes(least(card))).toList();
    HitShares shares = HitShares.of(least, bytes);
    return IntStream.range(0, cards.size())
        .mapToObj(
            i ->
                i < shares.described()
                    ? Optional.of(full(cards.get(i), wanted.get(i), shares.bytes().get(i)))
                    : Optional.<String>empty())
        .toList();
  }

  private String full(OperationCard card, String whole, int budget) {
    String text = whole;
    for (double scale : SCALES) {
      if (ForeignText.bytes(text) <= budget) {
        return text;
      }
      text = full(card, scale, card.parameters(), card.body());
    }
    int needed = ForeignText.bytes(SignatureText.requiredParameters(card.parameters()));
    int neededBody = ForeignText.bytes(SignatureText.requiredBody(card.body()));
    int room = budget - ForeignText.bytes(least(card)) + needed + neededBody;
    int forBody = room < needed + neededBody ? neededBody : ForeignText.bytes(card.body());
    String parameters =
        SignatureText.parameters(
            card.parameters(), Math.max(share(room, needed, neededBody), room - forBody));
    int left = room - ForeignText.bytes(parameters);
    return full(card, LEAST_SCALE, parameters, SignatureText.body(card.body(), left));
  }

  /** What parameters need and half of the rest, or half of too little room. */
  private static int share(int room, int needed, int neededBody) {
    int rest = room - needed - neededBody;
    return rest < 0 ? Math.min(needed, room / 2) : needed + rest / 2;
  }

  /** The shortest text with everything that a call requires. */
  private String least(OperationCard card) {
    return full(
        card,
        LEAST_SCALE,
        SignatureText.requiredParameters(card.parameters()),
        SignatureText.requiredBody(card.body()));
  }

  private String whole(OperationCard card) {
    return full(card, 1, card.parameters(), card.body());
  }

  private String full(OperationCard card, double scale, String parameters, String body) {
    StringBuilder text = new StringBuilder(brief(card));
    if (!card.summary().isBlank()) {
      line(text, "does", ForeignText.quoted(card.summary(), (int) (300 * scale)));
    }
    if (scripts) {
      line(text, "call", ScriptCall.of(card));
    }
    field(text, "params", parameters, Integer.MAX_VALUE);
    field(text, "body", body, Integer.MAX_VALUE);
    field(text, "returns", SignatureText.response(card.returns(), (int) (300 * scale)), 300);
    field(text, "pages", card.pagination(), (int) (200 * scale));
    field(text, "auth", card.auth(), (int) (200 * scale));
    line(text, "access", card.access().word() + ", " + verdict(card) + hint(card));
    field(text, "ids from", sources(card), (int) (300 * scale));
    return text.toString();
  }

  /**
   * The operations that yield the ids of the path, with the field of their response; in a path with
   * several ids, with the parameter that takes it.
   */
  private static String sources(OperationCard card) {
    boolean several = card.path().indexOf('{') != card.path().lastIndexOf('{');
    return card.idSources().stream()
        .limit(SOURCES_SHOWN)
        .map(source -> source(source) + (several ? " (" + source.parameter() + ")" : ""))
        .collect(Collectors.joining(", "));
  }

  /** An id may contain dots itself; the field is then set apart. */
  private static String source(IdSource source) {
    if (source.field().isEmpty()) {
      return source.operation();
    }
    return source.operation().contains(".")
        ? source.operation() + ": " + source.field()
        : source.operation() + "." + source.field();
  }

  /** The level implies the other hints: reads change nothing, and the rest says so. */
  private static String hint(OperationCard card) {
    boolean isWorthSaying =
        card.access() != AccessLevel.READ && HttpMethods.isIdempotent(card.method());
    return isWorthSaying ? "; idempotent" : "";
  }

  /** The operation's id and route. */
  String brief(OperationCard card) {
    return ForeignText.line(card.id())
        + ": "
        + ForeignText.line(card.method())
        + " "
        + ForeignText.clip(ForeignText.line(card.path()), 240)
        + (card.deprecated() ? " (deprecated)" : "");
  }

  /**
   * Whether the caller may run the operation, in a few words; what would allow it is collected for
   * the end of the result.
   */
  private String verdict(OperationCard card) {
    Decision decision = guard.decide(ApiOperations.listed(card), caller);
    if (decision instanceof Refusal refusal) {
      remedies.add(refusal.remedy());
      return "refused here (see below)";
    }
    return ((Permit) decision)
        .organization()
        .filter(OrganizationRule::taken)
        .map(rule -> "allowed in organization " + rule.id() + ", which the server fills in")
        .orElse("allowed");
  }

  /** What would allow the operations that were refused so far; empty if none was. */
  String remedies() {
    return remedies.isEmpty() ? "" : "\nRefused operations: " + String.join(" ", remedies) + "\n";
  }

  /** Appends a labeled line, unless the value is blank. The value is text of the document. */
  public static void field(StringBuilder text, String label, String value, int maxBytes) {
    if (!value.isBlank()) {
      line(text, label, ForeignText.clip(ForeignText.line(value), maxBytes));
    }
  }

  private static void line(StringBuilder text, String label, String value) {
    text.append("\n  ").append(label).append(": ").append(value);
  }
}

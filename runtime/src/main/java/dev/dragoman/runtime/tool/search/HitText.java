package dev.dragoman.runtime.tool.search;

import static java.util.Comparator.comparing;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.catalog.OperationCard;
import dev.dragoman.runtime.execute.HttpMethods;
import dev.dragoman.runtime.guard.Decision;
import dev.dragoman.runtime.guard.Guard;
import dev.dragoman.runtime.guard.OrganizationRule;
import dev.dragoman.runtime.guard.Permit;
import dev.dragoman.runtime.guard.Refusal;
import dev.dragoman.runtime.tool.ApiOperations;
import dev.dragoman.runtime.tool.ForeignText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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

  private static final int PRODUCERS_SHOWN = 4;
  private static final int MOST_SIGNATURE = 4_000;

  /** Bytes reserved for a hit's body if its parameters alone would fill the budget. */
  private static final int LEAST_BODY = 200;

  /** Bytes of the labels of parameters and body. */
  private static final int LABELS = 24;

  /**
   * How much of the text other than signatures is kept; reduced step by step until the hit fits.
   */
  private static final List<Double> SCALES = List.of(1.0, 0.7, 0.45, 0.3, 0.2);

  private final Guard guard;
  private final Caller caller;
  private final Set<String> remedies = new LinkedHashSet<>();

  HitText(Guard guard, Caller caller) {
    this.guard = guard;
    this.caller = caller;
  }

  /**
   * The operation's id and what a caller needs to know to call it, in at most {@link #BUDGET}
   * bytes.
   */
  String full(OperationCard card) {
    return full(card, whole(card), BUDGET);
  }

  /**
   * The operations, which share {@link #BUDGET} times their number: what short ones leave unused is
   * available to longer ones.
   */
  List<String> full(List<OperationCard> cards) {
    List<String> wanted = cards.stream().map(this::whole).toList();
    List<Integer> shares = shares(wanted.stream().map(ForeignText::bytes).toList());
    return IntStream.range(0, cards.size())
        .mapToObj(i -> full(cards.get(i), wanted.get(i), shares.get(i)))
        .toList();
  }

  /**
   * Divides the budget: shortest hits first, each gets what it needs but at most an equal share of
   * the rest.
   */
  static List<Integer> shares(List<Integer> wanted) {
    List<Integer> shares = new ArrayList<>(wanted);
    int left = BUDGET * wanted.size();
    int sharers = wanted.size();
    for (int i : IntStream.range(0, sharers).boxed().sorted(comparing(wanted::get)).toList()) {
      shares.set(i, Math.min(wanted.get(i), left / sharers));
      left -= shares.get(i);
      sharers--;
    }
    return shares;
  }

  private String full(OperationCard card, String whole, int budget) {
    String text = whole;
    for (double scale : SCALES) {
      if (ForeignText.bytes(text) <= budget) {
        return text;
      }
      text = full(card, scale, card.parameters(), card.body());
    }
    int spare = budget - ForeignText.bytes(full(card, SCALES.get(SCALES.size() - 1), "", ""));
    String parameters =
        SignatureText.cut(card.parameters(), Math.max(spare / 2, spare - LEAST_BODY));
    int rest = spare - ForeignText.bytes(parameters) - LABELS;
    return full(
        card, SCALES.get(SCALES.size() - 1), parameters, SignatureText.cut(card.body(), rest));
  }

  private String whole(OperationCard card) {
    return full(card, 1, card.parameters(), card.body());
  }

  private String full(OperationCard card, double scale, String parameters, String body) {
    StringBuilder text = new StringBuilder(brief(card));
    if (!card.summary().isBlank()) {
      line(text, "does", ForeignText.quoted(card.summary(), (int) (300 * scale)));
    }
    field(text, "params", parameters, MOST_SIGNATURE);
    field(text, "body", body, MOST_SIGNATURE);
    field(text, "returns", card.returns(), (int) (300 * scale));
    field(text, "pages", card.pagination(), (int) (200 * scale));
    field(text, "auth", card.auth(), (int) (200 * scale));
    line(text, "access", card.access().word() + ", " + verdict(card) + hint(card));
    if (!card.producers().isEmpty()) {
      List<String> shown = card.producers().stream().limit(PRODUCERS_SHOWN).toList();
      field(text, "ids from", String.join(", ", shown), (int) (300 * scale));
    }
    return text.toString();
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

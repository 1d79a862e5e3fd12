package dev.dragoman.runtime.tool;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.catalog.OperationCard;
import dev.dragoman.runtime.guard.Guard;
import dev.dragoman.runtime.guard.Refusal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes an operation as a search hit: a few labelled lines, enough to call it, within a budget of
 * bytes. Serves one answer: it remembers what would allow the operations that were refused.
 */
final class HitText {
  /** Five hits with what stands around them are 1,500 tokens at four bytes a token. */
  static final int BUDGET = 1_080;

  private static final int PRODUCERS_SHOWN = 4;

  /** How much of each field is kept, more and more frugal until the hit fits. */
  private static final List<Double> SCALES = List.of(1.0, 0.7, 0.45, 0.3, 0.2);

  private final Guard guard;
  private final Caller caller;
  private final Set<String> remedies = new LinkedHashSet<>();

  HitText(Guard guard, Caller caller) {
    this.guard = guard;
    this.caller = caller;
  }

  /** The operation's name and what the caller needs to know to call it. */
  String full(OperationCard card) {
    String text = "";
    for (double scale : SCALES) {
      text = full(card, scale);
      if (PlainText.bytes(text) <= BUDGET) {
        break;
      }
    }
    return text;
  }

  private String full(OperationCard card, double scale) {
    StringBuilder text = new StringBuilder(brief(card));
    String summary = card.summary();
    if (!summary.isBlank()) {
      line(text, "does", PlainText.quoted(summary, (int) (300 * scale)));
    }
    field(text, "params", card.parameters(), (int) (700 * scale));
    field(text, "body", card.body(), (int) (700 * scale));
    field(text, "returns", card.returns(), (int) (300 * scale));
    field(text, "pages", card.pagination(), (int) (200 * scale));
    field(text, "auth", card.auth(), (int) (200 * scale));
    line(text, "access", card.access().word() + ", " + verdict(card));
    if (!card.producers().isEmpty()) {
      List<String> shown = card.producers().stream().limit(PRODUCERS_SHOWN).toList();
      field(text, "ids from", String.join(", ", shown), (int) (300 * scale));
    }
    return text.toString();
  }

  /** The operation's name and route. */
  String brief(OperationCard card) {
    return PlainText.line(card.id())
        + ": "
        + PlainText.line(card.method())
        + " "
        + PlainText.clip(PlainText.line(card.path()), 240)
        + (card.deprecated() ? " (deprecated)" : "");
  }

  private String verdict(OperationCard card) {
    if (guard.decide(ApiOperations.listed(card), caller) instanceof Refusal refusal) {
      remedies.add(refusal.remedy());
      return "refused here (see below)";
    }
    return "allowed";
  }

  /** What would allow the operations that were refused so far; empty when none was. */
  String remedies() {
    return remedies.isEmpty() ? "" : "\nRefused operations: " + String.join(" ", remedies) + "\n";
  }

  static void field(StringBuilder text, String label, String value, int maxBytes) {
    if (!value.isBlank()) {
      line(text, label, PlainText.clip(PlainText.line(value), maxBytes));
    }
  }

  private static void line(StringBuilder text, String label, String value) {
    text.append("\n  ").append(label).append(": ").append(value);
  }
}

package dev.dragoman.benchmarks.scale;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Words that occur in documents, chosen by a random number generator with a fixed seed. */
final class Words {
  private static final List<String> NOUNS =
      List.of(
          "account",
          "address",
          "agent",
          "alert",
          "archive",
          "asset",
          "batch",
          "branch",
          "budget",
          "calendar",
          "campaign",
          "card",
          "channel",
          "charge",
          "checkout",
          "client",
          "comment",
          "contact",
          "contract",
          "coupon",
          "customer",
          "dashboard",
          "device",
          "dispute",
          "domain",
          "event",
          "export",
          "feature",
          "field",
          "file",
          "folder",
          "form",
          "gateway",
          "group",
          "image",
          "import",
          "invoice",
          "issue",
          "job",
          "key",
          "label",
          "lead",
          "ledger",
          "license",
          "link",
          "list",
          "location",
          "member",
          "message",
          "metric",
          "milestone",
          "network",
          "note",
          "offer",
          "order",
          "package",
          "payment",
          "permission",
          "plan",
          "policy",
          "product",
          "project",
          "quote",
          "record",
          "refund",
          "region",
          "release",
          "report",
          "review",
          "role",
          "rule",
          "schedule",
          "segment",
          "session",
          "shipment",
          "snapshot",
          "source",
          "stage",
          "survey",
          "task",
          "team",
          "template",
          "ticket",
          "token",
          "transfer",
          "user",
          "vault",
          "vendor",
          "volume",
          "webhook",
          "workflow",
          "workspace");
  private static final List<String> OTHERS =
      List.of(
          "the",
          "of",
          "a",
          "returns",
          "that",
          "is",
          "when",
          "with",
          "for",
          "each",
          "only",
          "which",
          "belongs",
          "to",
          "created",
          "by",
          "and",
          "its",
          "current",
          "must",
          "be",
          "unique",
          "within",
          "if",
          "not",
          "given",
          "defaults",
          "empty");

  private Words() {}

  static String noun(Random random) {
    return NOUNS.get(random.nextInt(NOUNS.size()));
  }

  static String sentences(Random random, int sentences, int wordsEach) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < sentences * wordsEach; i++) {
      String word = i % 3 == 0 ? noun(random) : OTHERS.get(random.nextInt(OTHERS.size()));
      out.append(i % wordsEach == 0 ? capital(word) : word);
      out.append(i % wordsEach == wordsEach - 1 ? ". " : " ");
    }
    return out.toString().strip();
  }

  /** Converts {@code order-note-7} to {@code OrderNote7}. */
  static String pascal(String kebab) {
    StringBuilder out = new StringBuilder();
    for (String word : kebab.split("-", -1)) {
      out.append(capital(word));
    }
    return out.toString();
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}

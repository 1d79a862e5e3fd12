package dev.dragoman.runtime.guide;

import dev.dragoman.runtime.guide.facts.ConnectionFacts;
import dev.dragoman.runtime.guide.facts.SampleOperation;
import dev.dragoman.runtime.guide.facts.ToolFact;
import dev.dragoman.runtime.guide.model.Snippet;
import dev.dragoman.runtime.guide.model.Text;
import dev.dragoman.runtime.guide.model.Verification;
import java.util.ArrayList;
import java.util.List;

/** The prompt with which a connection is tried. */
final class VerificationWords {
  private VerificationWords() {}

  static Verification of(ConnectionFacts facts) {
    boolean searches = facts.tools().stream().anyMatch(tool -> tool.name().equals("search"));
    if (searches && facts.sample().isPresent()) {
      return withOperation(facts, facts.sample().get());
    }
    return searches ? withSearch(facts) : withTools(facts);
  }

  private static Verification withOperation(ConnectionFacts facts, SampleOperation sample) {
    List<Text> expected = new ArrayList<>();
    expected.add(
        Text.of(
            "The assistant calls `search` and finds `{}` (`{}`), then runs it with `execute` and"
                + " shows status 200 with data of {}.",
            sample.id(),
            sample.route(),
            facts.mock() ? "the document's examples" : "your account"));
    if (facts.usesKeys() && !facts.mock()) {
      expected.add(
          Text.of(
              "If it says that a credential is missing, the connection works, but your key does not"
                  + " arrive: see below."));
    }
    return new Verification(
        prompt(
            "Use the "
                + facts.slug()
                + " MCP server for this. Search for the operation "
                + sample.id()
                + ", run it, and show me the status and the response."),
        expected);
  }

  private static Verification withSearch(ConnectionFacts facts) {
    return new Verification(
        prompt(
            "Use the "
                + facts.slug()
                + " MCP server for this. Search for operations that list something, and show me"
                + " the first three with their access level. Do not run them."),
        List.of(
            Text.of(
                "The assistant calls `search` and shows three operations, each with what it does"
                    + " and whether this connection may run it.")));
  }

  private static Verification withTools(ConnectionFacts facts) {
    String names = String.join(", ", facts.tools().stream().limit(5).map(ToolFact::name).toList());
    return new Verification(
        prompt("Which tools does the " + facts.slug() + " MCP server offer? List their names."),
        List.of(
            names.isEmpty()
                ? Text.of("The assistant lists the names of the server's tools.")
                : Text.of("The assistant lists the server's tools, among them {}.", names)));
  }

  private static Snippet prompt(String text) {
    return new Snippet("verification-prompt", Snippet.Kind.CHAT, "Prompt", "text", text);
  }
}

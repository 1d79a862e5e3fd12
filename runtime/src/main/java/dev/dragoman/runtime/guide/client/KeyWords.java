package dev.dragoman.runtime.guide.client;

import dev.dragoman.runtime.guide.facts.ConnectionFacts;
import dev.dragoman.runtime.guide.facts.KeyForm;
import dev.dragoman.runtime.guide.model.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a caller's credentials are called in a sentence. */
public final class KeyWords {
  private KeyWords() {}

  /** E.g. {@code your Acme API key}. */
  public static String key(ConnectionFacts facts) {
    if (!facts.keys().isEmpty()) {
      return "your credentials";
    }
    return facts.keyForm() == KeyForm.USER_AND_PASSWORD
        ? "your " + facts.vendor() + " credentials, written as user:password"
        : "your " + facts.vendor() + " API key";
  }

  /** A sentence about the variables that contain the credentials: "The variable … contains …". */
  public static Text inVariables(String before, ConnectionFacts facts, String after) {
    List<String> variables = facts.keyVariables();
    String names = String.join(", ", Collections.nCopies(variables.size(), "`{}`"));
    List<Object> arguments = new ArrayList<>(variables);
    arguments.add(key(facts));
    String noun =
        variables.size() == 1 ? "the environment variable " : "the environment variables ";
    return Text.of(
        before + noun + names + (variables.size() == 1 ? " contains {}" : " contain {}") + after,
        arguments.toArray());
  }
}

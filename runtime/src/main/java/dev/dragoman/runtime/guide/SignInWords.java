package dev.dragoman.runtime.guide;

import dev.dragoman.runtime.auth.AuthenticationMethod;
import dev.dragoman.runtime.guide.client.KeyWords;
import dev.dragoman.runtime.guide.facts.ConnectionFacts;
import dev.dragoman.runtime.guide.facts.KeyForm;
import dev.dragoman.runtime.guide.facts.KeyHeader;
import dev.dragoman.runtime.guide.facts.OAuthFacts;
import dev.dragoman.runtime.guide.model.Text;
import java.util.ArrayList;
import java.util.List;

/** How people sign in, as this server is configured. */
final class SignInWords {
  private SignInWords() {}

  static List<Text> of(ConnectionFacts facts) {
    List<Text> lines = new ArrayList<>();
    if (facts.url().isPresent()) {
      facts.oauth().ifPresent(oauth -> lines.add(oauth(oauth)));
      if (facts.takesKeys()) {
        lines.add(key(facts));
      }
      if (facts.accepts(AuthenticationMethod.ANONYMOUS)) {
        lines.add(anonymous(facts));
      }
    }
    if (facts.command().isPresent() && !facts.keyVariables().isEmpty()) {
      lines.add(
          KeyWords.inVariables(
              "Over stdio, the client starts the server as a child process, in which ",
              facts,
              "."));
    }
    if (facts.usesKeys()) {
      lines.add(
          Text.of(
              "Your key is sent to the {} API and nowhere else. The server does not store it.",
              facts.vendor()));
    }
    return lines;
  }

  private static Text oauth(OAuthFacts oauth) {
    return oauth.scopes().isEmpty()
        ? Text.of(
            "OAuth: your client opens a browser, and you sign in at `{}`.",
            oauth.authorizationServer())
        : Text.of(
            "OAuth: your client opens a browser, and you sign in at `{}`. It requests the scopes"
                + " `{}`.",
            oauth.authorizationServer(),
            String.join(" ", oauth.scopes()));
  }

  private static Text key(ConnectionFacts facts) {
    if (!facts.keys().isEmpty()) {
      String headers = String.join(", ", facts.keys().stream().map(KeyHeader::header).toList());
      return Text.of(
          "API credentials: your client sends each in a header of its own: `{}`.", headers);
    }
    return facts.keyForm() == KeyForm.USER_AND_PASSWORD
        ? Text.of(
            "API key: your client sends `user:password` as a bearer token; the server makes basic"
                + " authentication of it.")
        : Text.of("API key: your client sends {} as a bearer token.", KeyWords.key(facts));
  }

  private static Text anonymous(ConnectionFacts facts) {
    if (facts.mock()) {
      return Text.of(
          "No credentials: everything can be tried, because nothing is sent to the API.");
    }
    return facts.keyForm() == KeyForm.NONE
        ? Text.of("No credentials: the API needs none.")
        : Text.of("No credentials: clients can search, and run the operations that need none.");
  }
}

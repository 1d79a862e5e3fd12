package dev.dragoman.runtime.guide;

import dev.dragoman.runtime.guide.facts.ConnectionFacts;
import dev.dragoman.runtime.guide.model.Text;
import dev.dragoman.runtime.guide.model.Trouble;
import java.util.ArrayList;
import java.util.List;

/** The most frequent failures and what to do about them. */
final class Troubles {
  private Troubles() {}

  static List<Trouble> of(ConnectionFacts facts) {
    List<Trouble> all = new ArrayList<>();
    if (facts.allowsWrites()) {
      all.add(
          trouble(
              ConnectionGuide.READ_ONLY,
              Text.of(
                  "That is the default. If you want to allow changes, set `{}` to `full-access` in"
                      + " the client's configuration and connect again.",
                  facts.names().accessModeHeader())));
    } else {
      all.add(
          trouble(
              ConnectionGuide.READ_ONLY,
              Text.of(
                  "Whoever runs this server allows reading only; no setting of a client changes that.")));
    }
    if (facts.usesKeys()) {
      all.addAll(keys(facts));
    }
    facts.oauth().ifPresent(oauth -> all.addAll(oauth()));
    if (facts.url().isPresent()) {
      all.addAll(http(facts));
    }
    if (facts.command().isPresent()) {
      all.add(
          trouble(
              Text.of("The client says that the server exited or that `java` was not found."),
              Text.of(
                  "Run the command of the configuration in a terminal: the server prints what is"
                      + " wrong. Use the full paths of `java` (17 or later) and of the jar.")));
    }
    return all;
  }

  private static List<Trouble> keys(ConnectionFacts facts) {
    String variable = facts.keyVariables().get(0);
    return List.of(
        trouble(
            Text.of("The result of a call has status 401."),
            Text.of(
                "The API rejected your key: it is wrong, expired, or not for this environment. In a"
                    + " terminal, `test -n \"${}\"` tells whether the variable is set.",
                variable)),
        trouble(
            Text.of("The result of a call has status 403."),
            Text.of("The API knows your key, but the key may not do this.")),
        trouble(
            Text.of("It works in a terminal but not in an app."),
            Text.of(
                "Apps do not see the variables of your shell. On macOS, run `launchctl setenv {}"
                    + " \"${}\"` and start the app again; on Windows, use `setx`; on Linux, start the"
                    + " app from the terminal.",
                variable,
                variable)));
  }

  private static List<Trouble> oauth() {
    return List.of(
        trouble(
            Text.of("The server responds with 401 although you have signed in."),
            Text.of("The access token has expired or is for another server: sign in again.")),
        trouble(
            Text.of("The server responds with 403 and `insufficient_scope`."),
            Text.of(
                "The call needs more scopes: sign in again when the client asks you to, or ask an"
                    + " administrator for the permission.")));
  }

  private static List<Trouble> http(ConnectionFacts facts) {
    return List.of(
        trouble(
            Text.of("The client cannot connect."),
            facts.isPublic()
                ? Text.of("Check the URL: `{}`, including the path.", facts.url().orElseThrow())
                : Text.of(
                    "Check that the server is running, and the URL: `{}`, including the path. A local"
                        + " server can only be reached from the same computer.",
                    facts.url().orElseThrow())),
        trouble(
            Text.of("A web page gets 403."),
            facts.allowedOrigins().isEmpty()
                ? Text.of(
                    "The server accepts pages from this computer only. Whoever runs it allows others"
                        + " with `--allowed-origin`.")
                : Text.of(
                    "The server accepts pages from `{}` and from this computer. Whoever runs it"
                        + " allows others with `--allowed-origin`.",
                    String.join(" ", facts.allowedOrigins()))));
  }

  private static Trouble trouble(Text symptom, Text remedy) {
    return new Trouble(symptom, remedy);
  }
}

package dev.dragoman.runtime.guide;

import dev.dragoman.runtime.guide.facts.AccessFacts;
import dev.dragoman.runtime.guide.facts.ConnectionFacts;
import dev.dragoman.runtime.guide.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who may do what, in words. */
final class AccessWords {
  private AccessWords() {}

  static List<Text> of(ConnectionFacts facts) {
    List<Text> lines = new ArrayList<>();
    lines.add(
        facts.allowsWrites()
            ? Text.of(
                "A connection can only read. To allow changes, send the header `{}: full-access`, or"
                    + " over stdio set `{}` to `full-access`. An assistant cannot do that itself.",
                facts.names().accessModeHeader(),
                facts.names().accessModeVariable())
            : Text.of(
                "Connections to this server can only read: whoever runs it has switched changes off."));
    lines.add(
        Text.of(
            "Nobody gets more rights than the API itself grants to the credentials that are used."));
    confirmation(facts.access()).ifPresent(lines::add);
    if (facts.access().partner()) {
      lines.add(
          Text.of(
              "Operations for partners need a partner key and the header `{}: partner`.",
              facts.names().authModeHeader()));
    }
    return lines;
  }

  private static Optional<Text> confirmation(AccessFacts access) {
    String which =
        access.confirmation().startsWith("destructive") ? "destroys data" : "changes anything";
    if (access.confirmation().equals("off")) {
      return Optional.empty();
    }
    return Optional.of(
        Text.of(
            access.confirmation().endsWith("-required")
                ? "You are asked before a call that {}; clients that cannot ask you cannot make such"
                    + " calls."
                : "You are asked before a call that {}, if your client can ask.",
            which));
  }
}

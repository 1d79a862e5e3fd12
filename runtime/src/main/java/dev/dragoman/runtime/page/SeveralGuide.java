package dev.dragoman.runtime.page;

import dev.dragoman.runtime.guide.ConnectionGuide;
import dev.dragoman.runtime.guide.facts.ConnectionFacts;
import dev.dragoman.runtime.guide.model.Guide;
import dev.dragoman.runtime.guide.model.Setting;
import dev.dragoman.runtime.guide.model.Text;
import dev.dragoman.runtime.guide.model.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The guide for a server of several APIs, of which each has headers of its own. */
final class SeveralGuide {
  private SeveralGuide() {}

  /**
   * The guide.
   *
   * @param server the guide for the server as if it had no APIs
   */
  static Guide of(Guide server, List<ApiFacts> apis) {
    return new Guide(
        server.title(),
        summary(server, apis),
        server.url(),
        server.tools(),
        signIn(apis),
        access(apis),
        settings(apis),
        server.clients(),
        server.verification(),
        troubles(server, apis));
  }

  private static List<Text> summary(Guide server, List<ApiFacts> apis) {
    String titles =
        apis.stream().map(api -> api.connection().title()).collect(Collectors.joining(", "));
    List<Text> lines = new ArrayList<>();
    lines.add(
        Text.of(
            "Lets AI assistants use several APIs through the Model Context Protocol: {}.", titles));
    lines.addAll(
        server.summary().subList(Math.min(1, server.summary().size()), server.summary().size()));
    return lines;
  }

  private static List<Text> signIn(List<ApiFacts> apis) {
    List<Text> lines = new ArrayList<>();
    lines.add(
        Text.of(
            "Each API has a key of its own, which your client sends in a header of its own. The"
                + " header `Authorization` is refused, because it does not say whose key it"
                + " contains. Leave out the header of an API that you do not use."));
    for (ApiFacts api : apis) {
      if (api.connection().takesKeys()) {
        lines.add(
            Text.of(
                "{}: the key in the header `{}`, without a word before it. It is sent to this API"
                    + " and nowhere else.",
                api.connection().title(),
                api.keyHeader()));
      }
    }
    return lines;
  }

  private static List<Text> access(List<ApiFacts> apis) {
    List<Text> lines = new ArrayList<>();
    lines.add(
        Text.of(
            "A connection can only read, unless a person sends the header for full access to an API."
                + " Each API has one of its own; an assistant cannot send it itself."));
    for (ApiFacts api : apis) {
      lines.add(
          api.connection().allowsWrites()
              ? Text.of(
                  "{}: `{}: full-access` allows changes.",
                  api.connection().title(),
                  api.connection().names().accessModeHeader())
              : Text.of(
                  "{} can only be read: whoever runs this server has switched changes off.",
                  api.connection().title()));
    }
    return lines;
  }

  /** The server itself has no access mode: what it says of reading is said of each API. */
  private static List<Trouble> troubles(Guide server, List<ApiFacts> apis) {
    List<String> headers =
        apis.stream()
            .map(ApiFacts::connection)
            .filter(ConnectionFacts::allowsWrites)
            .map(connection -> connection.names().accessModeHeader())
            .toList();
    if (headers.isEmpty()) {
      return server.troubles();
    }
    Text remedy =
        Text.of(
            "That is the default. If you want to allow changes, set the header of the API to"
                + " `full-access` in the client's configuration and connect again: `{}`.",
            String.join(", ", headers));
    return server.troubles().stream()
        .map(
            trouble ->
                trouble.symptom().equals(ConnectionGuide.READ_ONLY)
                    ? new Trouble(trouble.symptom(), remedy)
                    : trouble)
        .toList();
  }

  private static List<Setting> settings(List<ApiFacts> apis) {
    List<Setting> settings = new ArrayList<>();
    for (ApiFacts api : apis) {
      for (Setting one : ConnectionGuide.of(api.connection()).settings()) {
        settings.add(
            one.header().equals("Authorization")
                ? new Setting(
                    api.keyHeader(),
                    one.variable(),
                    Text.of("your key for {}", api.connection().title()),
                    one.byDefault(),
                    one.meaning())
                : one);
      }
    }
    return settings;
  }
}

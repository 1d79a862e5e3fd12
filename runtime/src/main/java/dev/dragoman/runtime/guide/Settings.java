package dev.dragoman.runtime.guide;

import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.guide.client.KeyWords;
import dev.dragoman.runtime.guide.facts.ConnectionFacts;
import dev.dragoman.runtime.guide.model.Setting;
import dev.dragoman.runtime.guide.model.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The headers and variables of a connection, as far as they mean something for this server. */
final class Settings {
  private Settings() {}

  static List<Setting> of(ConnectionFacts facts) {
    AccessNames names = facts.names();
    List<Setting> settings = new ArrayList<>(credentials(facts));
    settings.add(
        new Setting(
            names.accessModeHeader(),
            names.accessModeVariable(),
            facts.allowsWrites() ? Text.of("`read-only` or `full-access`") : Text.of("`read-only`"),
            "read-only",
            Text.of("Whether the connection may change anything.")));
    if (facts.access().partner()) {
      settings.add(
          new Setting(
              names.authModeHeader(),
              names.authModeVariable(),
              Text.of("`user` or `partner`"),
              "user",
              Text.of("On whose behalf calls are made; `partner` needs a partner key.")));
    }
    if (facts.access().organizations()) {
      settings.add(
          new Setting(
              names.organizationHeader(),
              names.organizationVariable(),
              Text.of("an id"),
              "",
              Text.of("The organization for calls that name none.")));
    }
    if (facts.access().environments().size() > 1) {
      settings.add(environment(facts));
    }
    return settings;
  }

  private static List<Setting> credentials(ConnectionFacts facts) {
    AccessNames names = facts.names();
    if (!facts.usesKeys()) {
      return List.of();
    } else if (facts.keys().isEmpty()) {
      return List.of(
          new Setting(
              "Authorization",
              names.apiKeyVariable(),
              Text.of("`Bearer` and {}; in the variable, the key alone", KeyWords.key(facts)),
              "",
              Text.of("Who you are for the API.")));
    }
    return facts.keys().stream()
        .map(
            key ->
                new Setting(
                    key.header(),
                    key.variable(),
                    Text.of("your credential for `{}`", key.subject()),
                    "",
                    Text.of("Who you are for the API; all of these headers are needed.")))
        .toList();
  }

  private static Setting environment(ConnectionFacts facts) {
    List<String> environments = facts.access().environments();
    Text values =
        Text.of(
            String.join(" or ", Collections.nCopies(environments.size(), "`{}`")),
            environments.toArray());
    return new Setting(
        facts.names().environmentHeader(),
        facts.names().environmentVariable(),
        values,
        environments.get(0),
        Text.of("Which deployment of the API is called."));
  }
}

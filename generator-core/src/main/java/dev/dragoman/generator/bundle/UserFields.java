package dev.dragoman.generator.bundle;

import dev.dragoman.runtime.AccessNames;
import java.util.ArrayList;
import java.util.List;

/**
 * What a user sets: the fields of a bundle's settings, and the variables of an image. The app keeps
 * sensitive ones in the keychain of the operating system.
 */
final class UserFields {
  /**
   * A field.
   *
   * @param name its name in the manifest
   * @param variable the variable of the server
   * @param title the label
   * @param description a sentence below it
   * @param kind what it accepts
   * @param required whether the server is not started without it
   */
  record Field(
      String name,
      String variable,
      String title,
      String description,
      Kind kind,
      boolean required) {}

  /** What a field accepts. */
  enum Kind {
    SECRET,
    TEXT,
    /** A checkbox, ticked at first. */
    TICKED
  }

  private UserFields() {}

  /** The fields of a server, in the order in which they are shown. */
  static List<Field> of(ServerFacts server) {
    AccessNames names = server.names();
    List<Field> fields = new ArrayList<>(credentials(server));
    fields.add(
        new Field(
            "read_only",
            names.readOnlyVariable(),
            "Read only",
            "While this is on, every operation that could change something is refused.",
            Kind.TICKED,
            false));
    fields.add(
        text(
            "base_url",
            names.baseUrlVariable(),
            "Base URL",
            "URL of the API. Leave empty for the usual one."));
    if (!server.environments().isEmpty()) {
      fields.add(
          text(
              "environment",
              names.environmentVariable(),
              "Environment",
              String.join(" or ", server.environments())
                  + ". Leave empty for "
                  + server.environments().get(0)
                  + "."));
    }
    if (server.partner()) {
      fields.addAll(partner(names));
    }
    return fields;
  }

  private static List<Field> credentials(ServerFacts server) {
    AccessNames names = server.names();
    List<Field> fields = new ArrayList<>();
    if (server.key() != ServerFacts.Need.NEVER) {
      fields.add(
          new Field(
              "api_key",
              names.apiKeyVariable(),
              server.basic() ? "User and password" : "API key",
              server.basic()
                  ? "Your user name and password for the API, as user:password."
                  : "Your key for the API. It is sent to the API and nowhere else.",
              Kind.SECRET,
              server.key() == ServerFacts.Need.USUALLY));
    }
    for (String scheme : server.schemes()) {
      String word = scheme.replaceAll("[^A-Za-z0-9]+", "_");
      fields.add(
          new Field(
              "credential_" + word,
              names.credentialVariable(scheme),
              "Credential: " + ServerFacts.clip(scheme, 40),
              "It is sent to the API and nowhere else.",
              Kind.SECRET,
              server.key() == ServerFacts.Need.NEVER));
    }
    return fields;
  }

  private static List<Field> partner(AccessNames names) {
    return List.of(
        text(
            "auth_mode",
            names.authModeVariable(),
            "Auth mode",
            "user, or partner for a partner's key. Leave empty for user."),
        text(
            "partner_organization",
            names.organizationVariable(),
            "Partner organization",
            "With auth mode partner: the organization that operations are for unless they name"
                + " another. May be empty."));
  }

  private static Field text(String name, String variable, String title, String description) {
    return new Field(name, variable, title, description, Kind.TEXT, false);
  }
}

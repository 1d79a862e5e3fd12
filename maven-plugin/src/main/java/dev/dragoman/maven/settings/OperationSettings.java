package dev.dragoman.maven.settings;

import dev.dragoman.generator.config.SettingsObject;
import dev.dragoman.generator.problem.Location;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A rule for operations, as configured in a POM. */
public final class OperationSettings {
  private @Nullable MatchSettings match;
  private @Nullable String access;
  private @Nullable List<String> authModes;
  private @Nullable List<String> scopes;
  private @Nullable String name;
  private @Nullable Map<String, String> paging;
  private boolean exclude;
  private @Nullable List<String> keywords;

  /** The settings as in a configuration file. */
  public SettingsObject settings(Location place) {
    SettingsObject object = SettingsObject.at(place);
    if (match != null) {
      object.object("match", match.settings(object.place("match")));
    }
    return object
        .text("access", access)
        .texts("authModes", authModes)
        .texts("scopes", scopes)
        .text("name", name)
        .texts("paging", paging())
        .flag("exclude", exclude)
        .texts("keywords", keywords);
  }

  /** Maven reads an empty element as null; here it is the path of the response itself. */
  private @Nullable Map<String, String> paging() {
    if (paging == null) {
      return null;
    }
    Map<String, String> texts = new LinkedHashMap<>();
    paging.forEach((name, text) -> texts.put(name, Objects.requireNonNullElse(text, "")));
    return texts;
  }
}

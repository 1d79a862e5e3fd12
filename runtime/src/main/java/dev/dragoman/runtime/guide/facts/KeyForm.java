package dev.dragoman.runtime.guide.facts;

import dev.dragoman.runtime.SecurityScheme;
import java.util.Collection;

/** What a caller's key for the API looks like. */
public enum KeyForm {
  /** One word. */
  KEY,
  /** {@code user:password}, for basic authentication. */
  USER_AND_PASSWORD,
  /** The API has no credentials. */
  NONE;

  /** The form for an API with these security schemes. */
  public static KeyForm of(Collection<? extends SecurityScheme> schemes) {
    boolean served =
        schemes.stream().anyMatch(scheme -> !(scheme instanceof SecurityScheme.Unserved));
    if (!served) {
      return NONE;
    }
    boolean basic =
        schemes.stream()
            .allMatch(
                scheme ->
                    scheme instanceof SecurityScheme.HttpBasic
                        || scheme instanceof SecurityScheme.Unserved);
    return basic ? USER_AND_PASSWORD : KEY;
  }
}

package dev.dragoman.generator.bundle;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a bundle says about itself. What is absent is derived from the API, or left out.
 *
 * @param version the version of the bundle
 * @param displayName the name for people
 * @param description one sentence
 * @param author who publishes it
 * @param icon a PNG file
 * @param homepage a web page about it
 * @param documentation a web page that describes it
 * @param support a web page that helps
 * @param repository a web page with its source
 * @param license an SPDX identifier or a name
 * @param privacyPolicies web pages that say what becomes of the user's data
 */
public record BundleAbout(
    String version,
    Optional<String> displayName,
    Optional<String> description,
    Author author,
    Optional<Path> icon,
    Optional<String> homepage,
    Optional<String> documentation,
    Optional<String> support,
    Optional<String> repository,
    Optional<String> license,
    List<String> privacyPolicies) {
  public BundleAbout {
    Objects.requireNonNull(version);
    Objects.requireNonNull(displayName);
    Objects.requireNonNull(description);
    Objects.requireNonNull(author);
    Objects.requireNonNull(icon);
    Objects.requireNonNull(homepage);
    Objects.requireNonNull(documentation);
    Objects.requireNonNull(support);
    Objects.requireNonNull(repository);
    Objects.requireNonNull(license);
    privacyPolicies = List.copyOf(privacyPolicies);
  }

  /**
   * Who publishes a bundle.
   *
   * @param name by default the vendor's name
   */
  public record Author(Optional<String> name, Optional<String> email, Optional<String> url) {
    public Author {
      Objects.requireNonNull(name);
      Objects.requireNonNull(email);
      Objects.requireNonNull(url);
    }
  }
}

package dev.dragoman.maven.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.model.Developer;
import org.apache.maven.model.IssueManagement;
import org.apache.maven.model.License;
import org.apache.maven.model.Organization;
import org.apache.maven.model.Scm;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * What a POM says about a project, as far as it can be published: of addresses, those with https.
 *
 * @param project the module
 */
public record PomFacts(MavenProject project) {
  private static final Set<String> SCOPES = Set.of(Artifact.SCOPE_COMPILE, Artifact.SCOPE_RUNTIME);
  private static final Pattern VERSION =
      Pattern.compile(
          "(?<major>\\d+)(?:\\.(?<minor>\\d+))?(?:\\.(?<patch>\\d+))?(?:[.-](?<rest>.+))?");

  /** Who publishes it: the organization, or else the first developer. */
  public Optional<String> author() {
    return organization(Organization::getName).or(() -> developer(Developer::getName));
  }

  /** The author's email address; an organization has none. */
  public Optional<String> email() {
    return organization(Organization::getName).isPresent()
        ? Optional.empty()
        : developer(Developer::getEmail);
  }

  /** The author's web page. */
  public Optional<String> authorUrl() {
    return (organization(Organization::getName).isPresent()
            ? organization(Organization::getUrl)
            : developer(Developer::getUrl))
        .filter(PomFacts::isPublic);
  }

  /** The project's web page. */
  public Optional<String> homepage() {
    return text(project.getUrl()).filter(PomFacts::isPublic);
  }

  /** Where problems are reported. */
  public Optional<String> support() {
    return Optional.ofNullable(project.getIssueManagement())
        .map(IssueManagement::getUrl)
        .filter(PomFacts::isPublic);
  }

  /** Where the source is. */
  public Optional<String> repository() {
    return Optional.ofNullable(project.getScm()).map(Scm::getUrl).filter(PomFacts::isPublic);
  }

  /** The first license. */
  public Optional<String> license() {
    return project.getLicenses().stream().findFirst().map(License::getName).flatMap(PomFacts::text);
  }

  /**
   * The version with three numbers (Semantic Versioning 2.0.0), which Maven does not require: 1.2
   * is 1.2.0. A version without a leading number stays as it is.
   */
  public String semanticVersion() {
    Matcher version = VERSION.matcher(project.getVersion());
    if (!version.matches()) {
      return project.getVersion();
    }
    String rest = version.group("rest");
    return "%s.%s.%s%s"
        .formatted(
            version.group("major"),
            Optional.ofNullable(version.group("minor")).orElse("0"),
            Optional.ofNullable(version.group("patch")).orElse("0"),
            rest == null ? "" : "-" + rest);
  }

  /** The files of the libraries that the project needs when it runs. */
  public List<Path> libraries() {
    return project.getArtifacts().stream()
        .filter(artifact -> SCOPES.contains(artifact.getScope()))
        .filter(artifact -> "jar".equals(artifact.getArtifactHandler().getExtension()))
        .map(artifact -> artifact.getFile().toPath())
        .toList();
  }

  private Optional<String> organization(Function<Organization, @Nullable String> value) {
    return Optional.ofNullable(project.getOrganization()).map(value).flatMap(PomFacts::text);
  }

  private Optional<String> developer(Function<Developer, @Nullable String> value) {
    return project.getDevelopers().stream().findFirst().map(value).flatMap(PomFacts::text);
  }

  private static Optional<String> text(@Nullable String value) {
    return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
  }

  private static boolean isPublic(String url) {
    return url.matches("https://[A-Za-z0-9.-]+(:\\d+)?(/[\\x21-\\x7E]*)?");
  }
}

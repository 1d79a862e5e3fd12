package dev.dragoman.maven.project;

/** What a server has only if its POM asks for it: each is an artifact of its own. */
public enum OptionalPart {
  SEMANTIC_SEARCH("semanticSearch", "dragoman-semantic"),
  SCRIPTS("scripts", "dragoman-script");

  private final String parameter;
  private final String artifactId;

  OptionalPart(String parameter, String artifactId) {
    this.parameter = parameter;
    this.artifactId = artifactId;
  }

  /** The parameter of the plugin that asks for it. */
  String parameter() {
    return parameter;
  }

  /** The artifact that the project needs for it. */
  String artifactId() {
    return artifactId;
  }
}

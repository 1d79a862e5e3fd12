package dev.dragoman.generator;

import dev.dragoman.generator.guide.ClientFiles;
import dev.dragoman.generator.guide.PlanFacts;
import dev.dragoman.generator.write.FileSet;
import dev.dragoman.runtime.guide.facts.ConnectionFacts;
import dev.dragoman.runtime.guide.facts.FactsBuilder;
import dev.dragoman.runtime.guide.facts.OAuthFacts;
import dev.dragoman.runtime.guide.facts.StdioCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Tells how to connect clients to the server of a document, without generating it. */
public final class ClientGuides {
  private final String name;
  private final Map<String, String> files;

  private ClientGuides(String name, Map<String, String> files) {
    this.name = name;
    this.files = Map.copyOf(files);
  }

  /**
   * The guide for a server.
   *
   * @throws dev.dragoman.generator.problem.GenerationException if the document is rejected
   */
  public static ClientGuides of(GenerationRequest request, ClientOptions options) {
    FactsBuilder facts = PlanFacts.of(PlannedApi.of(request).plan()).ways(options.ways());
    options.url().ifPresent(facts::url);
    options.jar().map(StdioCommand::ofJar).ifPresent(facts::command);
    options.bundle().ifPresent(facts::bundle);
    options
        .authorizationServer()
        .map(server -> new OAuthFacts(server, List.of()))
        .ifPresent(facts::oauth);
    ConnectionFacts complete = facts.build();
    return new ClientGuides(complete.slug(), ClientFiles.of(complete));
  }

  /** The name under which clients list the server. */
  public String name() {
    return name;
  }

  /** The contents of the files by relative path; the guide is {@code clients.md}. */
  public Map<String, String> files() {
    return files;
  }

  /**
   * Writes all files into a folder. Other files in it stay.
   *
   * @throws IOException if one of them cannot be written; then all stay as they were
   */
  public void write(Path folder) throws IOException {
    FileSet set = new FileSet();
    files.forEach(
        (path, text) -> set.add(folder.resolve(path), text.getBytes(StandardCharsets.UTF_8)));
    set.write();
  }
}

package dev.dragoman.generator.cli;

import dev.dragoman.generator.CombinedServer;
import dev.dragoman.generator.Generation;
import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.Generator;
import dev.dragoman.generator.Progress;
import dev.dragoman.generator.goal.Steps;
import dev.dragoman.generator.write.FormerOutput;
import dev.dragoman.generator.write.OutputWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The sources of a server of several APIs: those of each, and a main class. */
record SeveralApisSources(SeveralSpec spec) implements ServerSources {
  @Override
  public Optional<Compilable> generate(boolean built, BuildLog log, Progress progress)
      throws IOException {
    List<GenerationRequest> requests = spec.requests();
    CombinedServer server = spec.server(requests, log);
    Map<GenerationRequest, Generation> stale = prepare(requests, progress);
    Set<Path> current = new HashSet<>(Set.of(server.folders().manifest()));
    requests.forEach(request -> current.add(request.folders().manifest()));
    Path generated = spec.common().generated();
    boolean changed = FormerOutput.of(generated, server.folders(), current).delete() > 0;
    for (Map.Entry<GenerationRequest, Generation> one : stale.entrySet()) {
      log.generated(one.getKey(), one.getValue().write(progress));
    }
    OutputWriter.Outcome main = server.write(requests);
    changed |= !stale.isEmpty() || main.written() + main.deleted() > 0;
    if (!changed && built) {
      return Optional.empty();
    }
    progress.at("compiling " + requests.size() + " APIs");
    return Optional.of(new Compilable(server.folders(), server.mainClass()));
  }

  /** Nothing is written or deleted before all documents are accepted. */
  private static Map<GenerationRequest, Generation> prepare(
      List<GenerationRequest> requests, Progress progress) {
    Map<GenerationRequest, Generation> stale = new LinkedHashMap<>();
    new Steps(SeveralSpec.NAMES)
        .run(
            requests,
            request -> {
              Generator.prepareIfStale(request, progress)
                  .ifPresent(generation -> stale.put(request, generation));
              return () -> {};
            });
    return stale;
  }
}

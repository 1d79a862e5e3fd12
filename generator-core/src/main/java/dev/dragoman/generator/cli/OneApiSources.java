package dev.dragoman.generator.cli;

import dev.dragoman.generator.Generation;
import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.GenerationResult;
import dev.dragoman.generator.Generator;
import dev.dragoman.generator.Progress;
import dev.dragoman.generator.write.FormerOutput;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** The sources of the server of one API. */
record OneApiSources(ServerSpec spec) implements ServerSources {
  @Override
  public Optional<Compilable> generate(boolean built, BuildLog log, Progress progress)
      throws IOException {
    GenerationRequest request = spec.request();
    Optional<Generation> stale = Generator.prepareIfStale(request, progress);
    if (stale.isEmpty() && built) {
      return Optional.empty();
    }
    Generation generation = stale.isPresent() ? stale.get() : Generator.prepare(request, progress);
    FormerOutput.of(spec.generated(), request.folders(), Set.of(request.folders().manifest()))
        .delete();
    GenerationResult result = generation.write(progress);
    log.generated(request, result);
    progress.at("compiling " + result.operations() + " operations");
    return Optional.of(new Compilable(request.folders(), result.mainClass()));
  }
}

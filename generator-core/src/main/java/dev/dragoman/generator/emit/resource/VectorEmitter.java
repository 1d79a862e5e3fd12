package dev.dragoman.generator.emit.resource;

import dev.dragoman.generator.emit.GeneratedFile;
import dev.dragoman.generator.emit.GeneratedFile.Root;
import dev.dragoman.generator.plan.ServerPlan;
import dev.dragoman.runtime.search.vector.OperationVectors;
import dev.dragoman.runtime.search.vector.SentenceEncoder;
import java.util.Optional;
import java.util.ServiceLoader;

/** Prints what the operations mean, as vectors, for servers with semantic search. */
public final class VectorEmitter {
  /** The name the runtime opens the vectors by, below the resource root. */
  private static final String VECTORS = "search.vec";

  private VectorEmitter() {}

  /** The sentence encoder on the generator's class path; empty when there is none. */
  public static Optional<SentenceEncoder> encoder() {
    return ServiceLoader.load(SentenceEncoder.class, VectorEmitter.class.getClassLoader())
        .findFirst();
  }

  /** The vectors as a resource. */
  public static GeneratedFile emit(ServerPlan plan, SentenceEncoder encoder) {
    return new GeneratedFile(
        Root.RESOURCES,
        plan.resourceRoot() + "/" + VECTORS,
        OperationVectors.write(plan.indexed(), encoder));
  }
}

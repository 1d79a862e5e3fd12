package dev.dragoman.generator.emit.resource;

import dev.dragoman.generator.emit.GeneratedFile;
import dev.dragoman.generator.emit.GeneratedFile.Root;
import dev.dragoman.generator.plan.ServerPlan;
import dev.dragoman.runtime.search.vector.OperationVectors;
import dev.dragoman.runtime.search.vector.SentenceEncoder;
import java.util.Optional;
import java.util.ServiceLoader;

/** Prints the meaning of the operations as vectors, for servers with semantic search. */
public final class VectorEmitter {
  /** The name of the vectors below the resource root, which the runtime expects. */
  private static final String VECTORS = "search.vec";

  private VectorEmitter() {}

  /** The sentence encoder on the generator's class path; empty if there is none. */
  public static Optional<SentenceEncoder> encoder() {
    return ServiceLoader.load(SentenceEncoder.class, VectorEmitter.class.getClassLoader())
        .findFirst();
  }

  /** The resource with the vectors. */
  public static GeneratedFile emit(ServerPlan plan, SentenceEncoder encoder) {
    return new GeneratedFile(
        Root.RESOURCES,
        plan.resourceRoot() + "/" + VECTORS,
        OperationVectors.write(plan.indexed(), encoder));
  }
}

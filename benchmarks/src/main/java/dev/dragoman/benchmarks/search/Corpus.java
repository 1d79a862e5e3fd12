package dev.dragoman.benchmarks.search;

import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.plan.build.Planner;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.generator.spec.SpecReader;
import dev.dragoman.generator.spec.source.ReadOptions;
import dev.dragoman.runtime.search.SearchIndex;
import dev.dragoman.runtime.search.index.IndexedOperation;
import dev.dragoman.runtime.search.index.SearchIndexWriter;
import dev.dragoman.runtime.search.vector.OperationVectors;
import dev.dragoman.runtime.search.vector.SentenceEncoder;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.ServiceLoader;

/**
 * The operations of a document and their index, created as in a build.
 *
 * @param operations the input of the index
 * @param index the index, read back
 * @param indexBytes its size
 * @param buildMillis how long building the index took, excluding reading the document
 */
record Corpus(
    List<IndexedOperation> operations, SearchIndex index, int indexBytes, double buildMillis) {

  private static final IdentityHashMap<SearchIndex, SearchIndex> SEMANTIC = new IdentityHashMap<>();

  static Corpus read(Path document) {
    Problems problems = new Problems();
    List<IndexedOperation> operations =
        Planner.plan(
                SpecReader.read(document, ReadOptions.DEFAULT, problems).model(),
                GenerationOptions.inPackage("measured"),
                problems)
            .indexed();
    long start = System.nanoTime();
    byte[] index = SearchIndexWriter.write(operations);
    double millis = (System.nanoTime() - start) / 1e6;
    return new Corpus(operations, SearchIndex.read(ByteBuffer.wrap(index)), index.length, millis);
  }

  /** The index that also ranks by meaning; created on first use. */
  SearchIndex semantic() {
    return SEMANTIC.computeIfAbsent(
        index,
        lexical -> {
          byte[] vectors = OperationVectors.write(operations, Encoder.ONE);
          return lexical.withMeaning(OperationVectors.read(ByteBuffer.wrap(vectors)), Encoder.ONE);
        });
  }

  /** Loaded on first use. */
  private static final class Encoder {
    static final SentenceEncoder ONE =
        ServiceLoader.load(SentenceEncoder.class).findFirst().orElseThrow();
  }

  String route(int ordinal) {
    IndexedOperation operation = operations.get(ordinal);
    return operation.method() + " " + operation.path();
  }
}

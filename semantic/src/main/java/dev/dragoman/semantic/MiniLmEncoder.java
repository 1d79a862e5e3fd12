package dev.dragoman.semantic;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.dragoman.runtime.search.vector.SentenceEncoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sentence encoder all-MiniLM-L6-v2, quantized to 8 bits and run by ONNX Runtime on one thread,
 * so that the same text always has the same vector. Everything it needs is on the class path;
 * nothing is fetched.
 *
 * <p>The vector of a text is the mean of the vectors of its word pieces, normalized to length 1
 * (Reimers and Gurevych, Sentence-BERT, 2019).
 */
public final class MiniLmEncoder implements SentenceEncoder {
  private static final String MODEL = "/all-minilm-l6-v2-q.onnx";
  private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";

  /**
   * Maximum number of pieces. The model was trained on this many; the rest of a longer text changes
   * little.
   */
  private static final int MOST_PIECES = 128;

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final WordPiece pieces;

  /**
   * Loads the model, which takes about half a second.
   *
   * @throws IllegalStateException if there is no native library for this machine, or the model is
   *     not on the class path
   */
  public MiniLmEncoder() {
    pieces = new WordPiece(vocabulary());
    try {
      environment = OrtEnvironment.getEnvironment();
      environment.setTelemetry(false);
      try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        session = environment.createSession(resource(MODEL), options);
      }
    } catch (OrtException | UnsatisfiedLinkError e) {
      throw new IllegalStateException("ONNX Runtime cannot load the model: " + e.getMessage(), e);
    }
  }

  static Map<String, Integer> vocabulary() {
    JsonNode vocabulary =
        new JsonMapper().readTree(resource(TOKENIZER)).path("model").path("vocab");
    Map<String, Integer> numbers = new HashMap<>();
    vocabulary.properties().forEach(piece -> numbers.put(piece.getKey(), piece.getValue().asInt()));
    return numbers;
  }

  private static byte[] resource(String name) {
    try (InputStream stream = MiniLmEncoder.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("The resource " + name + " is not on the class path.");
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String name() {
    return "all-MiniLM-L6-v2-q";
  }

  @Override
  public float[] encode(String text) {
    long[][] numbers = {pieces.encode(text, MOST_PIECES)};
    long[][] ones = {new long[numbers[0].length]};
    Arrays.fill(ones[0], 1);
    long[][] zeros = {new long[numbers[0].length]};
    try (OnnxTensor ids = OnnxTensor.createTensor(environment, numbers);
        OnnxTensor mask = OnnxTensor.createTensor(environment, ones);
        OnnxTensor types = OnnxTensor.createTensor(environment, zeros);
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
      float[][][] vectors = (float[][][]) result.get(0).getValue();
      return unit(sum(vectors[0]));
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime cannot run the model: " + e.getMessage(), e);
    }
  }

  private static float[] sum(float[][] vectors) {
    float[] sum = new float[vectors[0].length];
    for (float[] vector : vectors) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += vector[i];
      }
    }
    return sum;
  }

  private static float[] unit(float[] vector) {
    double square = 0;
    for (float x : vector) {
      square += x * x;
    }
    float length = (float) Math.sqrt(square);
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= length;
    }
    return vector;
  }
}

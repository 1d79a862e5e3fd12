/** Lets search rank by meaning: a small sentence encoder, for servers that ask for it. */
@SuppressWarnings("requires-automatic")
module dev.dragoman.semantic {
  requires com.microsoft.onnxruntime;
  requires dev.dragoman.runtime;

  provides dev.dragoman.runtime.search.vector.SentenceEncoder with
      dev.dragoman.semantic.MiniLmEncoder;
}

package dev.dragoman.runtime.feedback;

/** Where reports go. Thread-safe. */
public interface FeedbackSink {

  /**
   * Keeps a report.
   *
   * @return an id by which it can be found again
   * @throws FeedbackException when it could not be kept
   */
  String submit(Feedback feedback);
}

package dev.dragoman.runtime.extension;

/** Stores reports. Thread-safe. */
public interface FeedbackSink {

  /**
   * Stores a report.
   *
   * @return an id that identifies the stored report
   * @throws FeedbackException if it cannot be stored
   */
  String submit(Feedback feedback);
}

package dev.dragoman.runtime.request;

/** A value whose spelling on the wire differs from its Java name, such as a generated enum. */
public interface WireValue {

  /** The value as spelled by the API. */
  String wire();
}

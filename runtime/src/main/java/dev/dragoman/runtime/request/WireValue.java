package dev.dragoman.runtime.request;

/** A value that is sent under another spelling than its Java name. Generated enums are such. */
public interface WireValue {

  /** The value as the API spells it. */
  String wire();
}

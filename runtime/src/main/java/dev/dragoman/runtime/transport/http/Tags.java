package dev.dragoman.runtime.transport.http;

import java.util.Optional;

/** The tags of the API, to which URLs may limit their connections. */
public interface Tags {
  /** An API without tags. */
  Tags NONE =
      new Tags() {
        @Override
        public Optional<String> find(String name) {
          return Optional.empty();
        }

        @Override
        public String list() {
          return "none";
        }
      };

  /** A tag as the document spells it, by its name in any case. */
  Optional<String> find(String name);

  /** The tags with the most operations, as a sentence fragment. */
  String list();
}

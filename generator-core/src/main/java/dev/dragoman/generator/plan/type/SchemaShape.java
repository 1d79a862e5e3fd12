package dev.dragoman.generator.plan.type;

import dev.dragoman.generator.plan.JavaType.Simple;
import java.util.List;
import java.util.Objects;

/** The Java structure of a schema, before anything is named. */
sealed interface SchemaShape {

  /** A type that needs no generated declaration. */
  record Plain(Simple type) implements SchemaShape {
    public Plain {
      Objects.requireNonNull(type);
    }
  }

  /** A list. */
  record Items(SchemaShape element) implements SchemaShape {
    public Items {
      Objects.requireNonNull(element);
    }
  }

  /** A definition that is an object or an enum, by its canonical reference. */
  record Named(String reference) implements SchemaShape {
    public Named {
      Objects.requireNonNull(reference);
    }
  }

  /** An enum of strings, without null. */
  record Choice(List<String> values) implements SchemaShape {
    public Choice {
      values = List.copyOf(values);
    }
  }

  /** An object with named properties. */
  record Members(String description, List<Member> members) implements SchemaShape {
    public Members {
      Objects.requireNonNull(description);
      members = List.copyOf(members);
    }
  }

  /** A property of an object. */
  record Member(
      String name,
      SchemaShape shape,
      boolean required,
      boolean nullable,
      boolean readOnly,
      String description) {
    public Member {
      Objects.requireNonNull(name);
      Objects.requireNonNull(shape);
      Objects.requireNonNull(description);
    }
  }
}

package dev.dragoman.generator.emit.resource;

import dev.dragoman.generator.plan.PagingPlan;

/** Writes how an operation pages, in the format of the runtime's catalog. */
final class PagingJson {
  private PagingJson() {}

  static void add(JsonObjectText object, PagingPlan plan) {
    object
        .text("kind", plan.kind().word())
        .text("in", plan.place().word())
        .string("parameter", plan.parameter())
        .string("argument", plan.argument())
        .string("field", plan.field())
        .string("items", plan.items());
    if (plan.isNumbered()) {
      object.number("first", plan.first());
    }
    plan.size()
        .ifPresent(
            size -> {
              object.text("size", size.argument());
              size.max().ifPresent(max -> object.number("sizeMax", max));
            });
    plan.end().more().ifPresent(path -> object.text("more", path));
    plan.end().last().ifPresent(path -> object.text("last", path));
    plan.end().total().ifPresent(path -> object.text("total", path));
  }
}

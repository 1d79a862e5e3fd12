package dev.dragoman.generator.plan.type;

import dev.dragoman.generator.plan.JavaType;
import dev.dragoman.generator.plan.JavaType.ListOf;
import dev.dragoman.generator.plan.JavaType.Model;
import dev.dragoman.generator.plan.ModelPlan;
import dev.dragoman.generator.plan.ModelPlan.ChoicePlan;
import dev.dragoman.generator.plan.ModelPlan.ObjectPlan;
import dev.dragoman.generator.plan.ModelPlan.PropertyPlan;
import dev.dragoman.generator.plan.name.JavaIdentifiers;
import dev.dragoman.generator.plan.name.NameTable;
import dev.dragoman.generator.plan.name.ReservedNames;
import dev.dragoman.generator.plan.type.SchemaShape.Choice;
import dev.dragoman.generator.plan.type.SchemaShape.Items;
import dev.dragoman.generator.plan.type.SchemaShape.Member;
import dev.dragoman.generator.plan.type.SchemaShape.Members;
import dev.dragoman.generator.plan.type.SchemaShape.Named;
import dev.dragoman.generator.plan.type.SchemaShape.Plain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Plans one top-level type including its nested types, which are all on one level: deeper nesting
 * would make names that are hard to read.
 */
final class ModelFile {
  /** Maximum number of lines of a file, without its head. */
  private static final int MAX_LINES = 960;

  private final ModelPlanner planner;
  private final String className;
  private final Members top;
  private final NameTable names = new NameTable(ReservedNames.TYPES);
  private final List<ModelPlan> nested = new ArrayList<>();
  private final Map<List<String>, Model> enums = new HashMap<>();
  private int room;

  /**
   * Creates the plan of a file.
   *
   * @param planner provides types in other files
   */
  ModelFile(ModelPlanner planner, String className, Members top) {
    this.planner = planner;
    this.className = className;
    this.top = top;
    this.room = MAX_LINES - PrintedLines.own(top);
    names.claim(className);
  }

  /** The type with its nested types. */
  ObjectPlan plan() {
    List<PropertyPlan> properties = properties(className, top);
    return new ObjectPlan(className, top.description(), properties, nested);
  }

  private List<PropertyPlan> properties(String owner, Members members) {
    NameTable accessors = new NameTable(ReservedNames.MEMBERS);
    List<PropertyPlan> properties = new ArrayList<>();
    for (Member member : members.members()) {
      properties.add(
          new PropertyPlan(
              member.name(),
              accessors.claim(JavaIdentifiers.memberName(member.name(), "value")),
              type(owner, member.name(), member.shape()),
              member.required(),
              member.nullable(),
              member.readOnly(),
              member.description()));
    }
    return properties;
  }

  private JavaType type(String owner, String property, SchemaShape shape) {
    if (shape instanceof Plain plain) {
      return plain.type();
    }
    if (shape instanceof Named named) {
      return planner.reference(named.reference());
    }
    if (shape instanceof Items items) {
      return new ListOf(type(owner, property, items.element()));
    }
    String word = JavaIdentifiers.typeName(property, "Value");
    if (shape instanceof Choice choice) {
      List<String> key = new ArrayList<>(choice.values());
      key.add(word);
      Model known = enums.get(key);
      return known != null ? known : remember(key, place(owner, word, shape));
    }
    return place(owner, word, shape);
  }

  private Model remember(List<String> key, Model type) {
    enums.put(key, type);
    return type;
  }

  /** Nests a type if there is space for its lines, otherwise creates a file for it. */
  private Model place(String owner, String word, SchemaShape shape) {
    int lines = PrintedLines.own(shape);
    if (lines > room) {
      String prefix = owner.equals(className) ? className : className + owner;
      return planner.promoted(JavaIdentifiers.typeName(prefix + " " + word, "Value"), shape);
    }
    room -= lines;
    String name = names.claim(word, owner.equals(className) ? "Value" : "Of" + owner);
    int at = nested.size();
    nested.add(at, plan(name, word, shape));
    return new Model(List.of(className, name), shape instanceof Choice);
  }

  private ModelPlan plan(String name, String word, SchemaShape shape) {
    if (shape instanceof Members members) {
      return new ObjectPlan(name, members.description(), properties(name, members), List.of());
    }
    Choice choice = (Choice) shape;
    return new ChoicePlan(EnumTable.create(name, word, choice.values()));
  }
}

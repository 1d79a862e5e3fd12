package dev.dragoman.generator.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.options.ToolMode;
import dev.dragoman.generator.plan.ToolsPlan;
import dev.dragoman.generator.plan.ToolsPlan.Body;
import dev.dragoman.generator.plan.ToolsPlan.Fixed;
import dev.dragoman.generator.plan.ToolsPlan.Tool;
import dev.dragoman.generator.problem.Location;
import dev.dragoman.runtime.AccessLevel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What belongs to the contract of a tool: all that decides which request a call becomes. */
class ToolContractsTest {
  private static final Location HERE = new Location("lamp.yaml", 1, 1, "");
  private static final Location THERE = new Location("lamp.yaml", 2, 1, "");

  /** A tool, of which each test changes a part. */
  private static final class Variant {
    String title = "List lamps";
    String description = "Lists lamps.";
    AccessLevel access = AccessLevel.READ;
    Json.Obj input = object("type", text("object"), "title", text("Lamps"));
    Optional<Json.Obj> output = Optional.empty();
    Map<String, String> parameters = Map.of("room", "query.room");
    Body body = new Body(Optional.of("lamp"), Map.of("color", "colour"));
    Map<String, Json> fixedParameters = Map.of("limit", text("5"));
    Map<String, Json> fixedProperties = Map.of("kind", text("led"));
    Optional<Json> fixedBody = Optional.of(text("whole"));
    List<String> fields = List.of("id", "name");
    Location location = HERE;

    LockedTool locked() {
      Tool tool =
          new Tool(
              "list_lamps",
              title,
              description,
              "listLamps",
              access,
              true,
              input,
              output,
              parameters,
              body,
              new Fixed(fixedParameters, fixedProperties, fixedBody),
              fields,
              List.of(),
              location);
      Map<String, LockedTool> tools =
          ToolContracts.of(new ToolsPlan(ToolMode.SEARCH, List.of(tool)));
      return Objects.requireNonNull(tools.get("list_lamps"));
    }
  }

  private static Json.Str text(String value) {
    return new Json.Str(value, HERE);
  }

  private static Json.Obj object(String name, Json value, String other, Json otherValue) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put(name, value);
    members.put(other, otherValue);
    return new Json.Obj(members, HERE);
  }

  @Test
  void aToolIsLockedWithItsOperation() {
    LockedTool locked = new Variant().locked();

    assertThat(locked.operation()).isEqualTo("listLamps");
    assertThat(locked.contract()).matches("[0-9a-f]{32}");
  }

  @Test
  void whatPeopleAndModelsReadIsNotPartOfIt() {
    List<Variant> variants = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      variants.add(new Variant());
    }
    variants.get(0).title = "Lamps";
    variants.get(1).description = "All lamps.";
    variants.get(2).location = THERE;
    variants.get(3).input = object("title", text("Bulbs"), "type", text("object"));
    variants.get(4).output = Optional.of(variants.get(4).input);
    variants.get(5).parameters = new LinkedHashMap<>(Map.of("room", "query.room"));

    assertThat(variants)
        .allSatisfy(
            variant ->
                assertThat(variant.locked().contract())
                    .isEqualTo(new Variant().locked().contract()));
  }

  @Test
  void whatDecidesTheRequestIsPartOfIt() {
    List<Variant> variants = new ArrayList<>();
    for (int i = 0; i < 13; i++) {
      variants.add(new Variant());
    }
    variants.get(1).input = object("type", text("array"), "title", text("Lamps"));
    variants.get(2).parameters = Map.of("room", "header.room");
    variants.get(3).parameters = Map.of("floor", "query.room");
    variants.get(4).body = new Body(Optional.empty(), Map.of("color", "colour"));
    variants.get(5).body = new Body(Optional.of("lamp"), Map.of("color", "color"));
    variants.get(6).fixedParameters = Map.of("limit", text("6"));
    variants.get(7).fixedParameters = Map.of("size", text("5"));
    variants.get(8).fixedProperties = Map.of("kind", text("neon"));
    variants.get(9).fixedProperties = Map.of("sort", text("led"));
    variants.get(10).fixedBody = Optional.of(text("other"));
    variants.get(11).fields = List.of("id");
    variants.get(12).fixedParameters = Map.of("limit", new Json.Num("5", HERE));

    assertThat(variants).extracting(variant -> variant.locked().contract()).doesNotHaveDuplicates();
  }
}

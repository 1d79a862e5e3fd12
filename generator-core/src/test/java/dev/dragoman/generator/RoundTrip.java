package dev.dragoman.generator;

import dev.dragoman.generator.plan.BodyPlan;
import dev.dragoman.generator.plan.JavaType;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.ParameterPlan;
import dev.dragoman.generator.testing.GeneratedServer;
import dev.dragoman.generator.testing.Instances;
import dev.dragoman.runtime.request.ApiRequest;
import dev.dragoman.runtime.request.Arguments;
import dev.dragoman.runtime.request.JsonObject;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Sends bodies through the generated handlers of a server and looks what comes out. */
final class RoundTrip {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final GeneratedServer server;
  private final Instances instances;
  private final List<String> differences = new ArrayList<>();
  private int sent;

  RoundTrip(GeneratedServer server, long seed) {
    this.server = server;
    this.instances = new Instances(server.plan().model().definitions(), seed);
  }

  /** Every difference between a JSON body that went in and the bytes that came out. */
  List<String> differences(int instancesPerBody) throws IOException, ReflectiveOperationException {
    for (OperationPlan operation : server.plan().operations()) {
      Optional<BodyPlan> body = operation.body().filter(one -> one.media().name().contains("json"));
      for (int i = 0; body.isPresent() && i < instancesPerBody; i++) {
        send(operation, body.get());
      }
    }
    return differences;
  }

  int sent() {
    return sent;
  }

  private void send(OperationPlan operation, BodyPlan body) throws ReflectiveOperationException {
    JsonNode in = instances.of(body.media().schema());
    sent++;
    try {
      ApiRequest request = server.handler(operation).request(Arguments.of(values(operation), in));
      String out = new String(request.body().orElseThrow().bytes(), StandardCharsets.UTF_8);
      if (!same(in, MAPPER.readTree(out))) {
        differences.add(operation.id() + ": " + in + " became " + out);
      }
      readAll(typed(body.type(), in));
    } catch (RuntimeException | ReflectiveOperationException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      differences.add(operation.id() + ": " + in + " is refused: " + cause);
    }
  }

  private ObjectNode values(OperationPlan operation) {
    ObjectNode values = NODES.objectNode();
    for (ParameterPlan parameter : operation.parameters()) {
      if (parameter.model().required()) {
        values.set(parameter.argument(), value(parameter));
      }
    }
    return values;
  }

  private JsonNode value(ParameterPlan parameter) {
    if (parameter.type() instanceof JavaType.Simple simple) {
      return switch (simple) {
        case OBJECT -> NODES.objectNode().put("a", 1);
        case BOOLEAN -> NODES.booleanNode(true);
        case STRING, INT, LONG, BIG_INTEGER, DECIMAL, ARRAY, JSON -> NODES.stringNode("1");
      };
    }
    JsonNode value = instances.of(parameter.model().schema());
    return value.isArray() && value.isEmpty() ? NODES.arrayNode().add("x") : value;
  }

  /** The body as hand-written Java sees it. */
  private Object typed(JavaType type, JsonNode in) throws ReflectiveOperationException {
    if (type instanceof JavaType.Model model && !model.isEnum()) {
      Class<?> body = server.load("model." + String.join("$", model.names()));
      return body.getConstructor(ObjectNode.class).newInstance(in);
    }
    if (type instanceof JavaType.ListOf list) {
      List<Object> elements = new ArrayList<>();
      for (JsonNode element : in.values()) {
        elements.add(typed(list.element(), element));
      }
      return elements;
    }
    return in;
  }

  /** Every accessor of a valid object gives a value or null. */
  private static void readAll(Object value) throws ReflectiveOperationException {
    if (value instanceof List<?> items) {
      for (Object item : items) {
        readAll(item);
      }
    } else if (value instanceof JsonObject object) {
      for (Method method : object.getClass().getDeclaredMethods()) {
        boolean accessor =
            Modifier.isPublic(method.getModifiers())
                && !Modifier.isStatic(method.getModifiers())
                && method.getParameterCount() == 0
                && !List.of("json", "toString", "hashCode").contains(method.getName());
        if (accessor) {
          readAll(method.invoke(object));
        }
      }
    }
  }

  private static boolean same(JsonNode one, JsonNode other) {
    if (one.isNumber() && other.isNumber()) {
      return one.decimalValue().compareTo(other.decimalValue()) == 0;
    }
    if (one.isObject() && other.isObject()) {
      List<String> names = List.copyOf(one.propertyNames());
      return names.equals(List.copyOf(other.propertyNames()))
          && names.stream().allMatch(name -> same(one.get(name), other.get(name)));
    }
    if (one.isArray() && other.isArray() && one.size() == other.size()) {
      for (int i = 0; i < one.size(); i++) {
        if (!same(one.get(i), other.get(i))) {
          return false;
        }
      }
      return true;
    }
    return one.equals(other);
  }
}

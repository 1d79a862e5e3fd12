package dev.dragoman.runtime.tool;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.OperationHandler;
import dev.dragoman.runtime.SecurityScheme;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.catalog.OperationCard;
import dev.dragoman.runtime.request.ApiRequest;
import dev.dragoman.runtime.request.Arguments;
import dev.dragoman.runtime.request.RequiredValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An API of several organizations, {@code org_id} in every place where one can stand. */
public final class TenantApi {
  private static final String ORG = "{\"name\": \"org_id\", \"in\": \"%s\", \"schema\": %s}";
  private static final String STRING = "{\"type\": \"string\"}";
  private static final String BODY =
      "{\"body\": {\"content\": {\"application/json\": {\"schema\": %s}}}}";

  /** An operation, its details, and what of the arguments goes into its request. */
  private record Entry(
      Operation operation, String details, BiConsumer<Arguments, ApiRequest.Builder> writer) {}

  private static final List<Entry> ENTRIES =
      List.of(
          new Entry(
              Operation.of("list", "GET", "/things", AccessLevel.READ),
              parameters(
                  ORG.formatted("query", STRING),
                  "{\"name\": \"filter\", \"in\": \"query\", \"schema\": {\"type\": \"object\"}}"),
              (in, request) ->
                  request
                      .query("org_id", in.optional("org_id").asString())
                      .query("filter", in.optional("filter").asObject())),
          new Entry(
              Operation.of("path", "GET", "/orgs/{org_id}/things", AccessLevel.READ),
              parameters(ORG.formatted("path", STRING)),
              (in, request) -> request.path("org_id", in.required("org_id").asString())),
          new Entry(
              Operation.of("several", "GET", "/several", AccessLevel.READ),
              parameters(
                  ORG.formatted("query", "{\"type\": \"array\", \"items\": " + STRING + "}")),
              (in, request) ->
                  request.query("org_id", in.optional("org_id").asList(RequiredValue::asString))),
          new Entry(
              Operation.of("plain", "GET", "/plain", AccessLevel.READ),
              parameters("{\"name\": \"q\", \"in\": \"query\", \"schema\": " + STRING + "}"),
              (in, request) -> request.query("q", in.optional("q").asString())),
          new Entry(
              Operation.of("create", "POST", "/things", AccessLevel.WRITE),
              BODY.formatted(
                  "{\"type\": \"object\", \"properties\": {\"name\": {}, \"org_id\": "
                      + "{}, \"parent\": {}}}"),
              TenantApi::body),
          new Entry(
              Operation.of("trigger", "POST", "/trigger", AccessLevel.WRITE),
              BODY.formatted("{\"anyOf\": [{\"properties\": {\"org_id\": {}}}, {}]}"),
              TenantApi::body),
          new Entry(
              Operation.of("bulk", "POST", "/bulk", AccessLevel.WRITE),
              BODY.formatted("{\"type\": \"array\", \"items\": {}}"),
              TenantApi::body));

  private TenantApi() {}

  private static String parameters(String... parameters) {
    return "{\"parameters\": [" + String.join(", ", parameters) + "]}";
  }

  private static void body(Arguments in, ApiRequest.Builder request) {
    request.body("application/json", in.optionalBody().asJson());
  }

  private static Map<String, Entry> byId() {
    return ENTRIES.stream()
        .collect(Collectors.toMap(entry -> entry.operation().id(), Function.identity()));
  }

  /** Its definition, after {@link #write}. */
  public static ServerDefinition.Builder definition(Path folder) {
    Map<String, OperationHandler> handlers =
        ENTRIES.stream()
            .collect(Collectors.toMap(entry -> entry.operation().id(), TenantApi::handler));
    return ServerDefinition.builder("Acme")
        .securityScheme(new SecurityScheme.HttpBearer("token"))
        .securedBy("token")
        .organizationParameter("org_id")
        .resources(TrackerResources.anchorIn(folder), TrackerApi.ROOT)
        .operations(ENTRIES.size(), group -> handlers::get);
  }

  private static OperationHandler handler(Entry entry) {
    return OperationHandler.of(
        entry.operation(),
        arguments -> {
          ApiRequest.Builder builder = entry.operation().request();
          entry.writer().accept(arguments, builder);
          return () -> builder;
        });
  }

  /** Writes its resources. */
  public static void write(Path folder) throws IOException {
    TrackerResources.write(
        folder,
        ENTRIES.stream().map(entry -> card(entry.operation())).toList(),
        byId().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().details())),
        Map.of());
  }

  private static OperationCard card(Operation operation) {
    return OperationCard.builder(operation).summary(operation.id() + " things plainly").build();
  }
}

package dev.dragoman.runtime.tool;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.OperationHandler;
import dev.dragoman.runtime.SecurityScheme;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.catalog.OperationCard;
import dev.dragoman.runtime.request.ApiRequest;
import dev.dragoman.runtime.request.Arguments;
import dev.dragoman.runtime.request.FieldEncoding;
import dev.dragoman.runtime.request.OperationRequest;
import dev.dragoman.runtime.request.RequiredValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An API with narrow schemas and with files, as the generator would write it. */
final class DepotApi {
  private static final Operation PUT =
      Operation.of("put", "PUT", "/things/{id}", AccessLevel.WRITE);
  private static final Operation UPLOAD =
      Operation.of("upload", "POST", "/files", AccessLevel.WRITE);
  private static final Operation RAW = Operation.of("raw", "POST", "/raw", AccessLevel.WRITE);

  private DepotApi() {}

  static ServerDefinition.Builder definition(Class<?> anchor) {
    Map<String, OperationHandler> handlers =
        Map.of(
            "put", OperationHandler.of(PUT, Put::from),
            "upload", OperationHandler.of(UPLOAD, Upload::from),
            "raw", OperationHandler.of(RAW, Raw::from));
    return ServerDefinition.builder("Acme")
        .securityScheme(new SecurityScheme.HttpBearer("token"))
        .securedBy("token")
        .resources(anchor, TrackerApi.ROOT)
        .operations(3, group -> handlers::get);
  }

  static void write(Path folder) throws IOException {
    TrackerResources.write(
        folder,
        List.of(card(PUT), card(UPLOAD), card(RAW)),
        Map.of(
            "put",
            """
            {"parameters": [
               {"name": "id", "in": "path", "required": true, "schema": {"type": "string"}},
               {"name": "page", "in": "query", "schema": {"type": "integer", "minimum": 1}},
               {"name": "labels", "in": "query",
                "schema": {"type": "array", "items": {"type": "string", "maxLength": 1}}},
               {"name": "trace", "in": "header", "schema": {"type": "string"}}],
             "body": {"required": true, "content": {"application/json": {
               "schema": {"$ref": "#/Thing"}}}}}""",
            "upload",
            """
            {"body": {"required": true, "content": {"multipart/form-data": {"schema": {
               "type": "object", "required": ["file"], "properties": {
                 "note": {"type": "string"},
                 "file": {"type": "array", "items": {
                   "type": "string", "format": "binary", "maxLength": 3}}}}}}}}""",
            "raw",
            """
            {"body": {"required": true, "content": {
               "image/*": {"schema": {"type": "string", "format": "binary"}},
               "application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}}}"""),
        Map.of(
            "#/Thing",
            """
            {"type": "object", "required": ["name"], "additionalProperties": false, "properties": {
               "name": {"type": "string"},
               "password": {"type": "string", "minLength": 9},
               "items": {"type": "array", "items": {"type": "object", "properties": {
                 "price": {"type": "number"}}}}}}"""));
  }

  private static OperationCard card(Operation operation) {
    return OperationCard.builder(operation).build();
  }

  private record Put(
      String id,
      @Nullable Integer page,
      @Nullable List<String> labels,
      @Nullable String trace,
      JsonNode body)
      implements OperationRequest {
    static Put from(Arguments in) {
      return new Put(
          in.required("id").asString(),
          in.optional("page").asInt(),
          in.optional("labels").asList(RequiredValue::asString),
          in.optional("trace").asString(),
          in.requiredBody().asObject());
    }

    @Override
    public ApiRequest.Builder request() {
      return PUT.request()
          .path("id", id)
          .query("page", page)
          .query("labels", labels)
          .header("trace", trace)
          .body("application/json", body);
    }
  }

  private record Upload(JsonNode body) implements OperationRequest {
    static Upload from(Arguments in) {
      return new Upload(in.requiredBody().asObject());
    }

    @Override
    public ApiRequest.Builder request() {
      return UPLOAD
          .request()
          .body("multipart/form-data", body, Map.of("file", FieldEncoding.binary()));
    }
  }

  private record Raw(JsonNode body, String mediaType) implements OperationRequest {
    static Raw from(Arguments in) {
      return new Raw(
          in.requiredBody().asJson(), in.mediaType("image/*", "application/octet-stream"));
    }

    @Override
    public ApiRequest.Builder request() {
      return RAW.request().body(mediaType, body);
    }
  }
}

package dev.dragoman.runtime.tool;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.OperationGroup;
import dev.dragoman.runtime.OperationHandler;
import dev.dragoman.runtime.SecurityScheme;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.request.ApiRequest;
import dev.dragoman.runtime.request.Arguments;
import dev.dragoman.runtime.request.OperationRequest;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A small API as the generator would write it: definition, groups, handlers, typed requests. */
public final class TrackerApi {
  public static final String ROOT = "tracker/api";

  /** How often a group was made: a server loads each at most once. */
  public static final AtomicInteger GROUPS_MADE = new AtomicInteger();

  private TrackerApi() {}

  /** The definition, its resources found by the loader of a class. */
  public static ServerDefinition.Builder definition(Class<?> anchor) {
    return ServerDefinition.builder("Acme")
        .title("Acme Tracker API")
        .version("1.4.0")
        .securityScheme(new SecurityScheme.HttpBearer("token"))
        .securedBy("token")
        .resources(anchor, ROOT)
        .operations(6, TrackerApi::group);
  }

  private static OperationGroup group(int number) {
    GROUPS_MADE.incrementAndGet();
    Map<String, OperationHandler> handlers = number == 0 ? Issues.handlers() : Others.handlers();
    return handlers::get;
  }

  private static OperationHandler handler(
      Operation operation, Function<Arguments, ? extends OperationRequest> reader) {
    return OperationHandler.of(operation, reader);
  }

  private static final class Issues {
    static Map<String, OperationHandler> handlers() {
      return Map.of(
          "issues_list",
          handler(
              Operation.of("issues_list", "GET", "/repos/{owner}/{repo}/issues", AccessLevel.READ),
              ListIssues::read),
          "issues_create",
          handler(
              Operation.of(
                  "issues_create", "POST", "/repos/{owner}/{repo}/issues", AccessLevel.WRITE),
              CreateIssue::read),
          "issues_delete",
          handler(
              Operation.of(
                  "issues_delete",
                  "DELETE",
                  "/repos/{owner}/{repo}/issues/{number}",
                  AccessLevel.DESTRUCTIVE),
              DeleteIssue::read));
    }
  }

  private static final class Others {
    static Map<String, OperationHandler> handlers() {
      return Map.of(
          "users_me",
          handler(Operation.of("users_me", "GET", "/user", AccessLevel.READ), Me::read),
          "status_get",
          handler(
              Operation.of("status_get", "GET", "/status", AccessLevel.READ).unsecured(),
              Status::read),
          "labels_replace",
          handler(
              Operation.of("labels_replace", "PUT", "/labels", AccessLevel.DESTRUCTIVE),
              ReplaceLabels::read));
    }
  }

  public record ListIssues(String owner, String repo, @Nullable Integer page)
      implements OperationRequest {
    static ListIssues read(Arguments in) {
      return new ListIssues(
          in.required("owner").asString(),
          in.required("repo").asString(),
          in.optional("page").asInt());
    }

    @Override
    public ApiRequest.Builder request() {
      return ApiRequest.builder("issues_list", "GET", "/repos/{owner}/{repo}/issues")
          .path("owner", owner)
          .path("repo", repo)
          .query("page", page);
    }
  }

  public record CreateIssue(String owner, String repo, JsonNode body) implements OperationRequest {
    static CreateIssue read(Arguments in) {
      return new CreateIssue(
          in.required("owner").asString(),
          in.required("repo").asString(),
          in.requiredBody().asObject());
    }

    @Override
    public ApiRequest.Builder request() {
      return ApiRequest.builder("issues_create", "POST", "/repos/{owner}/{repo}/issues")
          .path("owner", owner)
          .path("repo", repo)
          .body("application/json", body);
    }
  }

  public record DeleteIssue(String owner, String repo, int number) implements OperationRequest {
    static DeleteIssue read(Arguments in) {
      return new DeleteIssue(
          in.required("owner").asString(),
          in.required("repo").asString(),
          in.required("number").asInt());
    }

    @Override
    public ApiRequest.Builder request() {
      return ApiRequest.builder("issues_delete", "DELETE", "/repos/{owner}/{repo}/issues/{number}")
          .path("owner", owner)
          .path("repo", repo)
          .path("number", number);
    }
  }

  public record Me() implements OperationRequest {
    static Me read(Arguments in) {
      return new Me();
    }

    @Override
    public ApiRequest.Builder request() {
      return ApiRequest.builder("users_me", "GET", "/user");
    }
  }

  public record Status() implements OperationRequest {
    static Status read(Arguments in) {
      return new Status();
    }

    @Override
    public ApiRequest.Builder request() {
      return ApiRequest.builder("status_get", "GET", "/status");
    }
  }

  public record ReplaceLabels(JsonNode labels) implements OperationRequest {
    static ReplaceLabels read(Arguments in) {
      return new ReplaceLabels(in.requiredBody().asArray());
    }

    @Override
    public ApiRequest.Builder request() {
      return ApiRequest.builder("labels_replace", "PUT", "/labels")
          .body("application/json", labels);
    }
  }
}

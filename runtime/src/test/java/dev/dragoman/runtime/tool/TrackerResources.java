package dev.dragoman.runtime.tool;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.catalog.CatalogWriter;
import dev.dragoman.runtime.catalog.CatalogWriter.Entry;
import dev.dragoman.runtime.catalog.IdSource;
import dev.dragoman.runtime.catalog.OperationCard;
import dev.dragoman.runtime.search.index.IndexedOperation;
import dev.dragoman.runtime.search.index.SearchIndexWriter;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the resources of an API as the generator would, and opens them as a server does. */
public final class TrackerResources {
  private static final String LONG =
      "openTicketsOfTheRepositoryInWhichSomebodyHasFoundThatSomethingDoesNotWorkAsItIsWrittenInItsDocuments"
          + "OrThatADocumentSaysTooLittleOrThatATestFailsNowAndThenOrThatTheBuildOfTheWholeProjectTakesTooLong"
          + "OrThatSomethingElseIsNotAsPeopleWhoUseItWouldWishItToBe";

  /** A former id that is longer than the room that a result reserves for any note. */
  public static final String LONG_FORMER_ID = LONG.repeat(6);

  /** Ids that operations had before they were renamed. */
  private static final Map<String, List<String>> FORMER_IDS =
      Map.of("issues_create", List.of("openTicket"), "issues_list", List.of(LONG_FORMER_ID));

  private TrackerResources() {}

  /** Stands for the generated class beside the resources. */
  static final class Anchor {}

  /** The cards of {@link TrackerApi}, in ordinal order. */
  public static List<OperationCard> cards() {
    return List.of(
        OperationCard.builder(
                Operation.of(
                    "issues_list", "GET", "/repos/{owner}/{repo}/issues", AccessLevel.READ))
            .tag("issues")
            .summary("List the issues of a repository")
            .parameters("owner: string, repo: string, page?: integer")
            .returns("200 [Issue]")
            .pagination("page: next page until the list is empty")
            .auth("bearer token")
            .build(),
        OperationCard.builder(
                Operation.of(
                    "issues_create", "POST", "/repos/{owner}/{repo}/issues", AccessLevel.WRITE))
            .tag("issues")
            .summary("Create an issue")
            .parameters("owner: string, repo: string")
            .body("application/json {title: string, body?: string, labels?: [string]}")
            .returns("201 Issue")
            .auth("bearer token")
            .idSources(List.of(new IdSource("issues_list", "number", "number")))
            .build(),
        OperationCard.builder(
                Operation.of(
                    "issues_delete",
                    "DELETE",
                    "/repos/{owner}/{repo}/issues/{number}",
                    AccessLevel.DESTRUCTIVE))
            .tag("issues")
            .summary("Delete an issue for good")
            .deprecated(true)
            .parameters("owner: string, repo: string, number: integer")
            .returns("204")
            .auth("bearer token")
            .idSources(List.of(new IdSource("issues_list", "number", "number")))
            .build(),
        small("users_me", "GET", "/user", "users", "Get the authenticated user", AccessLevel.READ),
        small("status_get", "GET", "/status", "", "Tell whether the API is up", AccessLevel.READ),
        small(
            "labels_replace",
            "PUT",
            "/labels",
            "labels",
            "Replace all labels",
            AccessLevel.DESTRUCTIVE));
  }

  private static OperationCard small(
      String id, String method, String path, String tag, String summary, AccessLevel access) {
    return OperationCard.builder(Operation.of(id, method, path, access))
        .group(1)
        .tag(tag)
        .summary(summary)
        .build();
  }

  /** Details by operation id; operations that are not there have none. */
  static Map<String, String> details() {
    return Map.of(
        "issues_create",
        """
        {"description": "Makes an issue.\\nAnyone with read access can.",
         "parameters": [
           {"name": "owner", "argument": "owner", "in": "path", "required": true,
            "description": "The account", "schema": {"type": "string"}},
           {"name": "trace", "argument": "trace", "in": "header",
            "schema": {"type": "string", "enum": ["a", "b"], "x-internal": 1}}],
         "body": {"required": true, "content": {"application/json": {
           "schema": {"$ref": "#/components/schemas/NewIssue"}}}},
         "responses": {
           "201": {"description": "Created", "content": {"application/json": {
             "schema": {"$ref": "#/components/schemas/Issue"}}}},
           "404": {"description": "No such repository", "content": {"application/json": {
             "schema": {"$ref": "#/components/schemas/Problem"}}}}}}
        """);
  }

  static Map<String, String> schemas() {
    Map<String, String> schemas = new LinkedHashMap<>();
    schemas.put(
        "#/components/schemas/NewIssue",
        """
        {"type": "object", "required": ["title"], "example": {"title": "left out"},
         "properties": {"title": {"type": "string", "description": "Its title"},
                        "example": {"type": "boolean"},
                        "milestone": {"$ref": "#/components/schemas/Milestone"}}}
        """);
    schemas.put(
        "#/components/schemas/Issue",
        """
        {"type": "object", "properties": {"number": {"type": "integer"},
         "parent": {"$ref": "#/components/schemas/Issue"}}}
        """);
    schemas.put("#/components/schemas/Milestone", "{\"type\": \"string\"}");
    schemas.put("#/components/schemas/Problem", "{\"type\": \"object\"}");
    return schemas;
  }

  /** Writes the resources of {@link TrackerApi} below a class path root. */
  public static void write(Path folder) throws IOException {
    write(folder, cards(), details(), schemas());
  }

  /** Writes the resources of any operations below a class path root. */
  public static void write(
      Path folder,
      List<OperationCard> cards,
      Map<String, String> details,
      Map<String, String> schemas)
      throws IOException {
    Path root = Files.createDirectories(folder.resolve(TrackerApi.ROOT));
    List<Entry> entries =
        cards.stream()
            .map(
                card ->
                    new Entry(
                        card,
                        details.getOrDefault(card.id(), "{}"),
                        FORMER_IDS.getOrDefault(card.id(), List.of())))
            .toList();
    for (Map.Entry<String, byte[]> file : CatalogWriter.write(entries, schemas).entrySet()) {
      Files.write(root.resolve(file.getKey()), file.getValue());
    }
    List<IndexedOperation> indexed = new ArrayList<>();
    cards.forEach(card -> indexed.add(indexed(card)));
    Files.write(root.resolve(ApiOperations.INDEX_RESOURCE), SearchIndexWriter.write(indexed));
  }

  private static IndexedOperation indexed(OperationCard card) {
    return new IndexedOperation(
        card.id(),
        card.method(),
        card.path(),
        card.tag().isEmpty() ? List.of() : List.of(card.tag()),
        card.summary(),
        "",
        List.of(),
        List.of(),
        card.deprecated(),
        List.of());
  }

  /** A class whose loader has this folder as a root beside the test classes. */
  public static Class<?> anchorIn(Path folder) {
    try {
      URL classes = Anchor.class.getProtectionDomain().getCodeSource().getLocation();
      URLClassLoader loader =
          new URLClassLoader(
              new URL[] {folder.toUri().toURL(), classes}, ClassLoader.getPlatformClassLoader());
      return loader.loadClass(Anchor.class.getName());
    } catch (ClassNotFoundException | MalformedURLException e) {
      throw new AssertionError(e);
    }
  }
}

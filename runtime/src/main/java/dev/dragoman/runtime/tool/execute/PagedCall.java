package dev.dragoman.runtime.tool.execute;

import dev.dragoman.runtime.audit.AuditLine;
import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.execute.UpstreamException;
import dev.dragoman.runtime.extension.RefusedException;
import dev.dragoman.runtime.json.fields.FieldPath;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.paging.NextPage;
import dev.dragoman.runtime.paging.PageRule;
import dev.dragoman.runtime.request.InvalidArgumentsException;
import dev.dragoman.runtime.tool.CallArguments;
import dev.dragoman.runtime.tool.call.CallRefusedException;
import dev.dragoman.runtime.tool.call.PreparedCall;
import dev.dragoman.runtime.tool.execute.OperationRunner.Call;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Collects a number of items from as many pages as that takes, as long as they fit into the result
 * and there is time. Every page is a call of its own: the guard decides about it, it has a line in
 * the audit log, and it counts towards the caller's limits.
 */
final class PagedCall {
  /** Clients give up a call after a minute. */
  private static final Duration TIME = Duration.ofSeconds(45);

  private static final int MOST_PAGES = 100;

  private final OperationCalls calls;
  private final ExecuteResult results;
  private final Call call;
  private final CollectedItems items;
  private final Set<JsonNode> seen = new HashSet<>();
  private final long end = System.nanoTime() + TIME.toNanos();

  PagedCall(OperationCalls calls, ExecuteResult results, Call call, Optional<PageRule> rule) {
    this.calls = calls;
    this.results = results;
    this.call = call;
    this.items = new CollectedItems(call, results.bytes(call.answer()), rule, calls.pages());
  }

  /**
   * The arguments with the largest useful size of a page, if the caller says nothing about it. A
   * page that the caller has numbered is one of the usual size: of another size, it has other
   * items.
   */
  static CallArguments sized(Call call, Optional<PageRule> rule) {
    Optional<PageRule.Position> size = rule.flatMap(PageRule::size);
    OptionalInt largest = rule.map(PageRule::sizeMax).orElse(OptionalInt.empty());
    CallArguments given = call.given();
    if (size.isEmpty()
        || largest.isEmpty()
        || isGiven(given, size.get())
        || rule.filter(known -> isNumbered(given, known)).isPresent()) {
      return given;
    }
    int wanted = call.answer().skip() + call.answer().maxItems().orElse(0);
    JsonNode count = JsonNodeFactory.instance.numberNode(Math.min(wanted, largest.getAsInt()));
    String name = size.get().name();
    if (size.get().inBody()) {
      JsonNode body = PageRule.withMember(given.body(), name, count);
      return given.with(given.arguments(), body);
    }
    ObjectNode arguments = given.arguments().deepCopy();
    arguments.set(name, count);
    return given.with(arguments, given.body());
  }

  private static boolean isGiven(CallArguments given, PageRule.Position place) {
    return !value(given, place).isMissingNode();
  }

  /** Whether the caller asks for another page than the first one by its number. */
  private static boolean isNumbered(CallArguments given, PageRule rule) {
    return rule.kind() == PageRule.Kind.PAGE
        && rule.parameter()
            .map(place -> value(given, place))
            .filter(page -> !page.isMissingNode() && !page.isNull())
            .filter(page -> !page.asString("").equals(Long.toString(rule.first())))
            .isPresent();
  }

  private static JsonNode value(CallArguments given, PageRule.Position place) {
    if (!place.inBody()) {
      return given.arguments().path(place.name());
    }
    JsonNode body = given.body();
    return body == null ? MissingNode.getInstance() : PageRule.at(body, FieldPath.of(place.name()));
  }

  /** The items; the response itself if it is not a list. */
  CallToolResult run(PreparedCall prepared, AuditLine audit) {
    Optional<CallToolResult> other =
        calls.send(
            prepared,
            audit,
            response ->
                items.add(response, call.given(), prepared)
                    ? Optional.<CallToolResult>empty()
                    : Optional.of(results.shown(response, prepared, single())));
    if (other.isPresent()) {
      return other.get();
    }
    while (items.wantsMore() && mayGoOn()) {
      follow(audit);
    }
    return items.result();
  }

  /** The call for one response, which has no number of items. */
  private Call single() {
    return call.with(call.answer().withMaxItems(OptionalInt.empty()));
  }

  private boolean mayGoOn() {
    if (!(items.following() instanceof NextPage.Page page)) {
      return false;
    } else if (!seen.add(state(page))) {
      items.stopped("The API returned the same page again.", false);
    } else if (items.pages() >= MOST_PAGES) {
      items.stopped("Stopped after " + MOST_PAGES + " pages.", true);
    } else if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
      items.stopped("Stopped after " + TIME.toSeconds() + " s.", true);
    } else {
      Optional<String> limited = call.allowance().take();
      limited.ifPresent(why -> items.stopped(why, true));
      return limited.isEmpty();
    }
    return false;
  }

  private static JsonNode state(NextPage.Page page) {
    ObjectNode state = page.arguments().objectNode();
    state.set("arguments", page.arguments());
    state.set("body", page.body());
    return state.put("more", page.more());
  }

  private void follow(AuditLine audit) {
    NextPage.Page page = (NextPage.Page) items.following();
    CallArguments given = Pages.requesting(page, call.given());
    call.progress()
        .report(
            items.size(),
            OptionalDouble.of(call.answer().maxItems().orElseThrow()),
            "page " + (items.pages() + 1));
    try {
      calls.call(
          new OperationCalls.Call(
              call.card(), call.ordinal(), call.caller(), given, Optional.empty(), audit.trace()),
          audit.tool(),
          (prepared, response) -> added(response, given, prepared));
    } catch (UpstreamException | RefusedException | CallRefusedException e) {
      items.stopped("The next page failed: " + e.getMessage(), true);
    } catch (InvalidArgumentsException e) {
      items.stopped("The next page cannot be requested: " + e.problems().get(0), false);
    }
  }

  private boolean added(ApiResponse response, CallArguments given, PreparedCall prepared) {
    boolean added = items.add(response, given, prepared);
    if (!added) {
      items.stopped("The next page failed with status " + response.status() + ".", true);
    }
    return added;
  }
}

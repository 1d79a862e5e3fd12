package dev.dragoman.runtime.tool.execute;

import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.execute.cut.Cut;
import dev.dragoman.runtime.execute.cut.Cut.Window;
import dev.dragoman.runtime.execute.cut.Cutter;
import dev.dragoman.runtime.execute.cut.ShownSize;
import dev.dragoman.runtime.json.JsonReader;
import dev.dragoman.runtime.json.fields.FieldPath;
import dev.dragoman.runtime.json.fields.Projection;
import dev.dragoman.runtime.json.fields.Projection.Selected;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.media.ResponseMedia;
import dev.dragoman.runtime.paging.NextPage;
import dev.dragoman.runtime.paging.PageRule;
import dev.dragoman.runtime.text.VisibleText;
import dev.dragoman.runtime.tool.CallArguments;
import dev.dragoman.runtime.tool.ForeignText;
import dev.dragoman.runtime.tool.call.PreparedCall;
import dev.dragoman.runtime.tool.execute.OperationRunner.Call;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The items of one page after the other, as many as were requested and fit into the result, and
 * where to go on after them. Serves one call.
 */
final class CollectedItems {
  /** The bytes of the status, the notice and the names of members. */
  private static final int AROUND = 400;

  private static final int REASON_BYTES = 300;

  private final Call call;
  private final Pages pagesOfApi;
  private final NextCall nextCall;
  private Optional<PageRule> rule;
  private final Projection projection;
  private final int most;
  private final ArrayNode items = JsonNodeFactory.instance.arrayNode();
  private int reserved;
  private long room;
  private int pages;
  private int status;
  private boolean full;

  /** Items seen before that have not been passed yet; they may take several pages. */
  private int skip;

  private OptionalInt total = OptionalInt.empty();
  private NextPage following = new NextPage.None();
  private String reason = "";
  private @Nullable ObjectNode next;
  private @Nullable ObjectNode omitted;

  CollectedItems(Call call, int bytes, Optional<PageRule> rule, Pages pages) {
    this.call = call;
    this.pagesOfApi = pages;
    this.nextCall = new NextCall(call, pages.seal());
    this.rule = rule;
    this.projection = Projection.of(call.answer().fields());
    this.most = call.answer().maxItems().orElseThrow();
    this.skip = call.answer().skip();
    this.reserved = Continuation.size(call, pages);
    this.room = Math.max(AROUND, bytes - 2L * reserved - AROUND - REASON_BYTES);
  }

  int size() {
    return items.size();
  }

  int pages() {
    return pages;
  }

  NextPage following() {
    return following;
  }

  boolean wantsMore() {
    return !full && items.size() < most && reason.isEmpty();
  }

  /**
   * Ends the collection.
   *
   * @param why a sentence
   * @param resumable whether the page that was not read can be requested later
   */
  void stopped(String why, boolean resumable) {
    reason = ForeignText.clip(ForeignText.line(why), REASON_BYTES);
    if (!resumable) {
      following = new NextPage.None();
    }
  }

  /**
   * Adds the items of a page.
   *
   * @param given the arguments that requested it
   * @param prepared the call that was made with them
   * @return whether the response is a page
   */
  boolean add(ApiResponse response, CallArguments given, PreparedCall prepared) {
    boolean good = response.status() >= 200 && response.status() <= 299;
    Optional<JsonNode> body =
        good && ResponseMedia.of(response.contentType()).isJson()
            ? JsonReader.forResponses().find(response.body().shared())
            : Optional.empty();
    rule = rule.or(() -> body.flatMap(json -> Pages.rule(prepared, response, json)));
    Optional<List<String>> path =
        body.flatMap(json -> rule.map(PageRule::items).or(() -> Cutter.longestList(json)));
    if (path.isEmpty() || !(at(body.get(), path.get()) instanceof ArrayNode)) {
      return false;
    }
    status = response.status();
    pages++;
    total = rule.map(known -> known.total(body.get())).orElse(OptionalInt.empty());
    following =
        rule.map(known -> pagesOfApi.after(known, given, prepared, response, body.get()))
            .orElseGet(NextPage.None::new);
    reserve(given);
    take(body.get(), path.get(), given);
    return true;
  }

  /** The arguments that go on from here or from the next page may be longer than the first ones. */
  private void reserve(CallArguments given) {
    int needed = size(next(given, Integer.MAX_VALUE));
    if (following instanceof NextPage.Page page) {
      needed = Math.max(needed, size(next(Pages.requesting(page, given), 0)));
    }
    if (needed > reserved) {
      room -= 2L * (needed - reserved);
      reserved = needed;
    }
  }

  private static int size(ObjectNode arguments) {
    return (int) ShownSize.of(arguments, Integer.MAX_VALUE);
  }

  private static JsonNode at(JsonNode body, List<String> path) {
    JsonNode found = body;
    for (String step : path) {
      found = found.path(step);
    }
    return found;
  }

  private void take(JsonNode body, List<String> path, CallArguments given) {
    Selected selected = projection.apply(body);
    ArrayNode list = (ArrayNode) at(selected.value(), path);
    int index = Math.min(skip, list.size());
    skip -= index;
    while (index < list.size() && items.size() < most && !full) {
      JsonNode item = list.get(index);
      long size = ShownSize.of(item, room) + 1;
      full = size > room;
      if (full && !items.isEmpty()) {
        break;
      } else if (full) {
        Selected one = new Selected(item, selected.positions());
        String place = Integer.toString(selected.position(list, index));
        shorten(one, FieldPath.plus(path, place), body, given);
      } else {
        items.add(item);
        room -= size;
      }
      index++;
    }
    full |= items.size() >= most;
    if (index < list.size()) {
      next = next(given, index);
    }
  }

  /**
   * A first item that is too long is shown without its longest fields, or with its beginning. One
   * that would need both is not shown at all, because a single call has to lead to what is left.
   */
  private void shorten(Selected item, List<String> place, JsonNode body, CallArguments given) {
    Cut cut = new Cutter(room).cut(item, 0, null);
    boolean begun = cut.window().isPresent();
    boolean shown = !begun || cut.omitted().isEmpty();
    if (shown) {
      items.add(cut.value());
    }
    List<FieldPath> left =
        shown && !begun
            ? cut.omitted().stream().map(field -> field.under(place)).toList()
            : List.of(new FieldPath(place, true));
    AnswerRequest one =
        call.answer()
            .withMaxItems(OptionalInt.empty())
            .skipping(shown ? cut.window().map(Window::to).orElse(0) : 0)
            .withFields(projection.within(left, body));
    omitted = nextCall.with(given, one);
  }

  private ObjectNode next(CallArguments given, int skip) {
    OptionalInt rest =
        most > items.size() ? OptionalInt.of(most - items.size()) : OptionalInt.of(most);
    return nextCall.with(given, call.answer().skipping(skip).withMaxItems(rest));
  }

  /** The items in one list, with how far they reach. */
  CallToolResult result() {
    if (next == null && following instanceof NextPage.Page page) {
      next = next(Pages.requesting(page, call.given()), skip);
    }
    ObjectNode envelope = JsonNodeFactory.instance.objectNode().put("status", status);
    envelope.put("notice", notice());
    envelope.set("body", items);
    if (omitted != null) {
      envelope.set(Continuation.OMITTED, omitted);
    }
    if (next != null) {
      envelope.set(Continuation.NEXT, next);
    }
    return CallToolResult.text(VisibleText.of(envelope.toString()));
  }

  private String notice() {
    String count =
        items.size()
            + (total.isPresent() ? " of " + total.getAsInt() : "")
            + " items from "
            + (pages == 1 ? "1 page" : pages + " pages");
    String end =
        next != null
            ? "; next is the call for more."
            : rule.isEmpty() ? "; no paging is known for this operation." : "; these are all.";
    String unreachable =
        following instanceof NextPage.Unreachable more
            ? " There is another page, but " + more.reason() + "."
            : "";
    String ended =
        unreachable.isEmpty() && reason.isEmpty() ? end : end.replace("; these are all.", ".");
    return count + ended + (reason.isEmpty() ? "" : " " + reason) + unreachable;
  }
}

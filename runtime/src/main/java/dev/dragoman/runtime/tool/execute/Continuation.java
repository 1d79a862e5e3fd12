package dev.dragoman.runtime.tool.execute;

import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.execute.cut.Cut;
import dev.dragoman.runtime.execute.cut.Cut.Window;
import dev.dragoman.runtime.execute.cut.ShownSize;
import dev.dragoman.runtime.execute.shape.ShapedResponse;
import dev.dragoman.runtime.json.fields.FieldPath;
import dev.dragoman.runtime.json.fields.Projection;
import dev.dragoman.runtime.paging.NextPage;
import dev.dragoman.runtime.paging.PageRule;
import dev.dragoman.runtime.tool.call.PreparedCall;
import dev.dragoman.runtime.tool.execute.OperationRunner.Call;
import dev.dragoman.runtime.tool.wait.WaitRequest;
import dev.dragoman.runtime.tool.wait.Waiter;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says how to go on after a result that is not everything: {@code next} has the arguments of the
 * call for what follows, {@code omitted} those of the call for fields that were left out.
 *
 * @param prepared the call as it was sent
 * @param accepted where the state of an accepted request is
 */
record Continuation(
    Call call, PreparedCall prepared, Pages pages, Optional<AcceptedRequests.State> accepted) {
  static final String NEXT = "next";
  static final String OMITTED = "omitted";

  /** The bytes of the arguments of the call itself; the rest is little. */
  private static final int AROUND = 120;

  /** The bytes that the arguments of the next call may need. */
  static int size(Call call, Pages pages) {
    return size(new NextCall(call, pages.seal()).with(call.given(), call.answer())) + AROUND;
  }

  private static int size(ObjectNode next) {
    return (int) ShownSize.of(next, Integer.MAX_VALUE);
  }

  /**
   * Adds the arguments to a result.
   *
   * @return the bytes that they need beyond {@link #size}; 0 if they need no more
   */
  int addTo(ShapedResponse outcome, ApiResponse response) {
    if (outcome.isError()) {
      return 0;
    }
    Optional<ObjectNode> next =
        state(outcome).or(this::waiting).or(() -> rest(outcome)).or(() -> page(outcome, response));
    Optional<ObjectNode> omitted =
        outcome
            .cut()
            .map(Cut::omitted)
            .filter(fields -> !fields.isEmpty())
            .map(fields -> within(fields, outcome))
            .map(fields -> same(call.answer().withFields(fields).skipping(0)));
    omitted.ifPresent(rest -> outcome.json().set(next.isPresent() ? OMITTED : NEXT, rest));
    next.ifPresent(rest -> outcome.json().set(NEXT, rest));
    return Math.max(0, next.map(Continuation::size).orElse(0) - size(call, pages));
  }

  private Optional<ObjectNode> rest(ShapedResponse outcome) {
    return outcome
        .cut()
        .flatMap(Cut::window)
        .filter(Window::hasMore)
        .map(window -> same(call.answer().skipping(window.to())));
  }

  /** The call that reads the state of a request that was accepted. It is never the request. */
  private Optional<ObjectNode> state(ShapedResponse outcome) {
    if (accepted.isEmpty()) {
      return Optional.empty();
    } else if (accepted.get() instanceof AcceptedRequests.NotFound missing) {
      outcome.addNotice("The state of the request cannot be read: " + missing.reason() + ".");
      return Optional.empty();
    }
    AcceptedRequests.Found read = (AcceptedRequests.Found) accepted.get();
    Call reading = call.reading(read.card(), read.ordinal(), read.given());
    AnswerRequest answer = call.waiter().isPresent() ? call.answer() : AnswerRequest.ALL;
    ObjectNode next = new NextCall(reading, pages.seal()).with(read.given(), answer);
    call.waiter().ifPresent(waiter -> next.set(WaitRequest.NAME, waiter.request().json()));
    return Optional.of(next);
  }

  /** The call that goes on waiting. */
  private Optional<ObjectNode> waiting() {
    return call.waiter()
        .filter(Waiter::isTimeOver)
        .map(
            waiter -> {
              ObjectNode next = same(call.answer());
              next.set(WaitRequest.NAME, waiter.request().json());
              return next;
            });
  }

  private List<FieldPath> within(List<FieldPath> fields, ShapedResponse outcome) {
    return Projection.of(call.answer().fields()).within(fields, outcome.whole().orElseThrow());
  }

  private ObjectNode same(AnswerRequest answer) {
    return new NextCall(call, pages.seal()).with(call.given(), answer);
  }

  /**
   * Whether the fields are of every item. Those of one item, or beside the list, are complete with
   * this page.
   */
  private boolean takesItems(List<String> items) {
    List<FieldPath> fields = call.answer().fields();
    return fields.isEmpty() || fields.stream().anyMatch(field -> field.isOfEach(items));
  }

  private Optional<ObjectNode> page(ShapedResponse outcome, ApiResponse response) {
    Optional<PageRule> rule = outcome.whole().flatMap(body -> Pages.rule(prepared, response, body));
    if (rule.isEmpty() || !takesItems(rule.get().items())) {
      return Optional.empty();
    }
    NextPage next =
        pages.after(rule.get(), call.given(), prepared, response, outcome.whole().get());
    if (next instanceof NextPage.Unreachable unreachable) {
      outcome.addNotice("There is another page, but " + unreachable.reason() + ".");
    }
    return next instanceof NextPage.Page page
        ? Optional.of(
            new NextCall(call, pages.seal())
                .with(Pages.requesting(page, call.given()), call.answer().skipping(0)))
        : Optional.empty();
  }
}

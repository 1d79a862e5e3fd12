package dev.dragoman.runtime.tool.execute;

import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.execute.cut.Cut;
import dev.dragoman.runtime.execute.cut.Cut.Window;
import dev.dragoman.runtime.execute.cut.ShownSize;
import dev.dragoman.runtime.execute.shape.ShapedResponse;
import dev.dragoman.runtime.json.fields.Projection;
import dev.dragoman.runtime.paging.NextPage;
import dev.dragoman.runtime.paging.PageRule;
import dev.dragoman.runtime.paging.PageTurn;
import dev.dragoman.runtime.tool.CallArguments;
import dev.dragoman.runtime.tool.execute.OperationRunner.Call;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says how to go on after a result that is not everything: {@code next} has the arguments of the
 * call for what follows, {@code omitted} those of the call for fields that were left out.
 *
 * @param rule how the pages of the operation follow each other
 */
record Continuation(Call call, Optional<PageRule> rule) {
  static final String NEXT = "next";
  static final String OMITTED = "omitted";

  /** The bytes of the arguments of the call itself; the rest is little. */
  private static final int AROUND = 120;

  /** The bytes that the arguments of the next call may need. */
  static int size(Call call) {
    ObjectNode same = NextCall.of(call.card().id(), call.given(), call.answer());
    return (int) ShownSize.of(same, Integer.MAX_VALUE) + AROUND;
  }

  void addTo(ShapedResponse outcome, ApiResponse response) {
    if (outcome.isError()) {
      return;
    }
    Optional<ObjectNode> next =
        outcome
            .cut()
            .flatMap(Cut::window)
            .filter(Window::hasMore)
            .map(window -> same(call.answer().skipping(window.to())))
            .or(() -> page(outcome, response));
    Optional<ObjectNode> omitted =
        outcome
            .cut()
            .map(Cut::omitted)
            .filter(fields -> !fields.isEmpty())
            .map(fields -> Projection.of(call.answer().fields()).within(fields))
            .map(fields -> same(call.answer().withFields(fields).skipping(0)));
    omitted.ifPresent(rest -> outcome.json().set(next.isPresent() ? OMITTED : NEXT, rest));
    next.ifPresent(rest -> outcome.json().set(NEXT, rest));
  }

  private ObjectNode same(AnswerRequest answer) {
    return NextCall.of(call.card().id(), call.given(), answer);
  }

  private Optional<ObjectNode> page(ShapedResponse outcome, ApiResponse response) {
    if (rule.isEmpty() || outcome.whole().isEmpty()) {
      return Optional.empty();
    }
    CallArguments given = call.given();
    NextPage next =
        new PageTurn(
                rule.get(),
                given.arguments(),
                given.body(),
                response.headers(),
                outcome.whole().get())
            .next();
    if (next instanceof NextPage.Unreachable unreachable) {
      outcome.addNotice("There is another page, but " + unreachable.reason() + ".");
    }
    return next instanceof NextPage.Page page
        ? Optional.of(
            NextCall.of(
                call.card().id(),
                new CallArguments(page.arguments(), page.body(), given.contentType()),
                call.answer().skipping(0)))
        : Optional.empty();
  }
}

package dev.dragoman.runtime.tool.execute;

import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.execute.cut.Cutter;
import dev.dragoman.runtime.paging.LinkHeader;
import dev.dragoman.runtime.paging.NextPage;
import dev.dragoman.runtime.paging.PageRequest;
import dev.dragoman.runtime.paging.PageRule;
import dev.dragoman.runtime.paging.PageTurn;
import dev.dragoman.runtime.paging.ReservedNames;
import dev.dragoman.runtime.request.ApiRequest;
import dev.dragoman.runtime.tool.CallArguments;
import dev.dragoman.runtime.tool.call.PreparedCall;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Turns the pages of an API's operations.
 *
 * @param reserved the parameters that are not taken from a URL
 * @param seal protects what a next call carries
 */
record Pages(ReservedNames reserved, PageSeal seal) {
  Pages {
    Objects.requireNonNull(reserved);
    Objects.requireNonNull(seal);
  }

  /**
   * How a response is followed by others: as the document says, or, where it says nothing, by the
   * links in the headers of the response to a GET (RFC 8288).
   */
  static Optional<PageRule> rule(PreparedCall prepared, ApiResponse response, JsonNode body) {
    Optional<PageRule> declared = prepared.schemas().paging();
    boolean linked =
        declared.isEmpty()
            && prepared.request().method().equals("GET")
            && LinkHeader.of(response.headers()).isPaged();
    return linked ? Cutter.longestList(body).map(prepared.schemas().pages()::withItems) : declared;
  }

  /**
   * What follows a page.
   *
   * @param given the arguments that requested it, as the agent would name them
   * @param prepared the call that was made with them
   * @param body the body of the response
   */
  NextPage after(
      PageRule rule,
      CallArguments given,
      PreparedCall prepared,
      ApiResponse response,
      JsonNode body) {
    ApiRequest sent = prepared.request();
    PageRequest made =
        new PageRequest(
            given.arguments(), given.body(), given.more(), sent.rawPath(), sent.rawQuery());
    return new PageTurn(rule, made, response.headers(), body, reserved).next();
  }

  /** The arguments that request a page. */
  static CallArguments requesting(NextPage.Page page, CallArguments before) {
    return before.with(page.arguments(), page.body()).withMore(page.more());
  }
}

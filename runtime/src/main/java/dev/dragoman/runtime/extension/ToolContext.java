package dev.dragoman.runtime.extension;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.client.ApiClient;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** One call of a {@link Tool}: who calls, and what the tool can do on the caller's behalf. */
public interface ToolContext {

  /** The caller, with the rights that the guard has established. */
  Caller caller();

  /**
   * Calls operations of the API on behalf of the caller. Each call passes the guard again, with the
   * caller's rights and those that the tool declares, whichever are narrower.
   */
  ApiClient client();

  /**
   * A generated client on top of {@link #client()}.
   *
   * @param type its constructor, e.g. {@code PolarClient::new}
   */
  default <T> T client(Function<? super ApiClient, ? extends T> type) {
    return type.apply(client());
  }

  /**
   * Asks the user to agree. Call it before anything is changed: for clients without an open
   * connection the tool is called again from its beginning once the user has answered, and gets the
   * answer from this method then.
   *
   * @param question in words for the user
   * @return whether the user agreed; a user who declines or closes the question did not
   * @throws RefusedException if the client cannot ask its user
   */
  boolean confirm(String question);

  /**
   * Asks the user for values, under the same conditions as {@link #confirm}.
   *
   * @param question in words for the user
   * @param form JSON Schema of the answer: an object of strings, numbers, booleans and enums (MCP,
   *     "Elicitation")
   * @return the answer; empty if the user declined
   * @throws RefusedException if the client cannot ask its user
   */
  Optional<ObjectNode> ask(String question, ObjectNode form);

  /**
   * Tells the client how far the call is, if the client wants to know (MCP, "Progress"). Values
   * that do not increase are ignored; at most ten in a second are sent.
   *
   * @param done how much is done, in any unit
   * @param total how much there is to do, in the same unit
   * @param message what is being done, in words for people, of which 200 characters are sent; may
   *     be empty
   */
  default void progress(double done, double total, String message) {}

  /** Like {@link #progress(double, double, String)}, if it is not known how much there is to do. */
  default void progress(double done, String message) {}

  /** Whether the call has been cancelled or has reached its time limit. */
  default boolean isCancelled() {
    return Thread.currentThread().isInterrupted();
  }
}

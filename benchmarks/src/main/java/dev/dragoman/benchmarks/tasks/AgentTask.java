package dev.dragoman.benchmarks.tasks;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * A task, in two forms that end with the same knowledge and the same changes.
 *
 * @param api the document it is about
 * @param title what the user asks for
 * @param searches the queries that find the operations; both forms search once
 * @param whole how the task is done with whole responses
 * @param fitted how it is done with projections, several pages in one call, waiting, and scripts
 * @param most the number of tokens that the second form may cost; empty for no limit of its own
 */
record AgentTask(
    Api api,
    String title,
    List<String> searches,
    Consumer<Agent> whole,
    Consumer<Agent> fitted,
    OptionalInt most) {
  AgentTask {
    searches = List.copyOf(searches);
  }

  AgentTask(
      Api api, String title, List<String> searches, Consumer<Agent> whole, Consumer<Agent> fitted) {
    this(api, title, searches, whole, fitted, OptionalInt.empty());
  }

  /** The documents. */
  enum Api {
    GITHUB("github.json"),
    STRIPE("stripe.json"),
    JIRA("oad_atlassian.com_jira.json"),
    TWILIO("twilio_api_v2010.json");

    private final String document;

    Api(String document) {
      this.document = document;
    }

    String document() {
      return document;
    }
  }
}

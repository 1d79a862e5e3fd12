package dev.dragoman.benchmarks.tasks;

import dev.dragoman.benchmarks.tasks.AgentTask.Api;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Tasks on Stripe. */
final class StripeTasks {
  private static final Map<String, Object> FAILED = Map.of("status", "uncollectible", "limit", 100);
  private static final Map<String, Object> SUBSCRIPTION =
      Map.of("subscription_exposed_id", "sub_1MowQVLkdIwHu7ixeRlqHVzs");

  private StripeTasks() {}

  static List<AgentTask> all() {
    return List.of(
        new AgentTask(
            Api.STRIPE,
            "refund the last charge of a customer, by e-mail",
            List.of("find a customer by email", "list charges of a customer", "create a refund"),
            StripeTasks::refund,
            StripeTasks::refundFitted),
        new AgentTask(
            Api.STRIPE,
            "cancel a subscription at the end of its period",
            List.of("list subscriptions of a customer", "update a subscription"),
            StripeTasks::cancel,
            StripeTasks::cancelFitted),
        new AgentTask(
            Api.STRIPE,
            "find the uncollectible invoices of a month",
            List.of("list invoices by status"),
            StripeTasks::invoices,
            StripeTasks::invoicesFitted));
  }

  private static void refund(Agent agent) {
    JsonNode customers =
        agent.execute("GetCustomers", Map.of("email", "jenny@example.com", "limit", 1));
    String customer = id(customers);
    JsonNode charges = agent.execute("GetCharges", Map.of("customer", customer, "limit", 3));
    agent.send("PostRefunds", Map.of(), Map.of("charge", id(charges)));
  }

  private static void refundFitted(Agent agent) {
    JsonNode customers =
        agent.execute(
            "GetCustomers",
            Map.of("email", "jenny@example.com", "limit", 1),
            Map.of("fields", List.of("data.id", "data.email")));
    JsonNode charges =
        agent.execute(
            "GetCharges",
            Map.of("customer", id(customers), "limit", 3),
            Map.of("fields", List.of("data.id", "data.amount", "data.created")));
    agent.execute(
        "PostRefunds",
        Map.of(),
        Map.of("body", Map.of("charge", id(charges)), "fields", List.of("id", "status", "charge")));
  }

  private static String id(JsonNode list) {
    JsonNode id = list.path("data").path(0).path("id");
    Checks.atLeast(1, id.asString("").length());
    return id.asString();
  }

  private static void cancel(Agent agent) {
    agent.execute("GetSubscriptions", Map.of("customer", "cus_NffrFeUfNV2Hib", "limit", 1));
    agent.send(
        "PostSubscriptionsSubscriptionExposedId",
        SUBSCRIPTION,
        Map.of("cancel_at_period_end", true));
    JsonNode now = agent.execute("GetSubscriptionsSubscriptionExposedId", SUBSCRIPTION);
    Checks.equal("true", now.path("cancel_at_period_end"));
  }

  private static void cancelFitted(Agent agent) {
    agent.execute(
        "GetSubscriptions",
        Map.of("customer", "cus_NffrFeUfNV2Hib", "limit", 1),
        Map.of("fields", List.of("data.id", "data.status")));
    agent.execute(
        "PostSubscriptionsSubscriptionExposedId",
        SUBSCRIPTION,
        Map.of(
            "body",
            Map.of("cancel_at_period_end", true),
            "fields",
            List.of("id", "cancel_at_period_end")));
    JsonNode now =
        agent.execute(
            "GetSubscriptionsSubscriptionExposedId",
            SUBSCRIPTION,
            Map.of("fields", List.of("status", "cancel_at_period_end")));
    Checks.equal("true", now.path("cancel_at_period_end"));
  }

  /** Three invoices at a time: more do not fit. */
  private static void invoices(Agent agent) {
    JsonNode page = agent.execute("GetInvoices", Map.of("status", "uncollectible", "limit", 3));
    Checks.atLeast(1, page.path("data").size());
    for (int pages = 1; page.path("has_more").asBoolean(false) && pages < 10; pages++) {
      JsonNode data = page.path("data");
      String last = data.path(data.size() - 1).path("id").asString("");
      page =
          agent.execute(
              "GetInvoices", Map.of("status", "uncollectible", "limit", 3, "starting_after", last));
    }
  }

  private static void invoicesFitted(Agent agent) {
    JsonNode list =
        agent.execute(
            "GetInvoices",
            FAILED,
            Map.of(
                "fields",
                List.of("data.id", "data.customer", "data.amount_due"),
                "max_items",
                100));
    Checks.atLeast(1, list.size());
  }
}

package dev.dragoman.benchmarks.tasks;

import dev.dragoman.benchmarks.tasks.AgentTask.Api;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Tasks on Twilio, with an API on loopback that delivers a message after some time. */
final class TwilioTasks {
  private static final String ACCOUNT = "AC" + "0".repeat(32);
  private static final Map<String, Object> MESSAGE =
      Map.of("To", "+12025550100", "From", "+12025550123", "Body", "Your order has left.");

  private TwilioTasks() {}

  static List<AgentTask> all() {
    return List.of(
        new AgentTask(
            Api.TWILIO,
            "send an SMS and wait until it is delivered",
            List.of("send an SMS message", "fetch a message"),
            TwilioTasks::send,
            TwilioTasks::sendFitted),
        new AgentTask(
            Api.TWILIO,
            "list the messages of a day with their status",
            List.of("list messages by date"),
            TwilioTasks::messages,
            TwilioTasks::messagesFitted));
  }

  private static Map<String, Object> at(String sid) {
    return Map.of("AccountSid", ACCOUNT, "Sid", sid);
  }

  private static void send(Agent agent) {
    JsonNode message = agent.send("CreateMessage", Map.of("AccountSid", ACCOUNT), MESSAGE);
    String sid = message.path("sid").asString();
    for (int tries = 0; !message.path("status").asString("").equals("delivered"); tries++) {
      message = agent.execute("FetchMessage", at(sid));
      Checks.atLeast(tries, 20);
    }
  }

  private static void sendFitted(Agent agent) {
    JsonNode message =
        agent.execute(
            "CreateMessage",
            Map.of("AccountSid", ACCOUNT),
            Map.of("body", MESSAGE, "fields", List.of("sid", "status")));
    JsonNode delivered =
        agent.execute(
            "FetchMessage",
            at(message.path("sid").asString()),
            Map.of(
                "fields",
                List.of("status"),
                "wait",
                Map.of(
                    "until",
                    Map.of("status", List.of("delivered", "failed", "undelivered")),
                    "seconds",
                    30)));
    Checks.equal("delivered", delivered.path("status"));
  }

  private static void messages(Agent agent) {
    JsonNode page =
        agent.execute(
            "ListMessage", Map.of("AccountSid", ACCOUNT, "DateSent", "2026-11-20", "PageSize", 50));
    Checks.atLeast(1, page.path("messages").size());
  }

  private static void messagesFitted(Agent agent) {
    agent.execute(
        "ListMessage",
        Map.of("AccountSid", ACCOUNT, "DateSent", "2026-11-20", "PageSize", 50),
        Map.of(
            "fields", List.of("messages.sid", "messages.to", "messages.status"), "max_items", 100));
  }
}

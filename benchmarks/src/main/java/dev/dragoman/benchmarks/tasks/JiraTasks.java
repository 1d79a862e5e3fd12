package dev.dragoman.benchmarks.tasks;

import dev.dragoman.benchmarks.tasks.AgentTask.Api;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Tasks on Jira. */
final class JiraTasks {
  private static final int ISSUES = 50;
  private static final String JQL = "project = ED AND status = \"In Review\" ORDER BY created";
  private static final Map<String, Object> ISSUE = Map.of("issueIdOrKey", "ED-1");
  private static final Map<String, Object> COMMENT =
      Map.of(
          "body",
          Map.of(
              "type",
              "doc",
              "version",
              1,
              "content",
              List.of(
                  Map.of(
                      "type",
                      "paragraph",
                      "content",
                      List.of(Map.of("type", "text", "text", "Released."))))));

  private JiraTasks() {}

  static List<AgentTask> all() {
    return List.of(
        new AgentTask(
            Api.JIRA,
            "find an issue by JQL, move it on, comment on it",
            List.of("search issues by JQL", "transition an issue", "comment on an issue"),
            JiraTasks::transition,
            JiraTasks::transitionFitted),
        new AgentTask(
            Api.JIRA,
            "assign 50 issues",
            List.of("find assignable users", "assign an issue"),
            JiraTasks::assign,
            JiraTasks::assignFitted),
        new AgentTask(
            Api.JIRA,
            "list the projects and their leads",
            List.of("list projects"),
            JiraTasks::projects,
            JiraTasks::projectsFitted));
  }

  private static void transition(Agent agent) {
    agent.execute("searchForIssuesUsingJql", Map.of("jql", JQL, "maxResults", 10));
    agent.execute("getTransitions", ISSUE);
    agent.send("doTransition", ISSUE, Map.of("transition", Map.of("id", "5")));
    agent.send("addComment", ISSUE, COMMENT);
    agent.execute("getIssue", ISSUE);
  }

  private static void transitionFitted(Agent agent) {
    agent.execute(
        "searchForIssuesUsingJql",
        Map.of("jql", JQL, "maxResults", 10),
        Map.of("fields", List.of("issues.key")));
    agent.execute(
        "getTransitions", ISSUE, Map.of("fields", List.of("transitions.id", "transitions.name")));
    agent.send("doTransition", ISSUE, Map.of("transition", Map.of("id", "5")));
    agent.execute("addComment", ISSUE, Map.of("body", COMMENT, "fields", List.of("id")));
    agent.execute("getIssue", ISSUE, Map.of("fields", List.of("key")));
  }

  private static void assign(Agent agent) {
    agent.execute("findAssignableUsers", Map.of("query", "mia", "project", "ED"));
    for (int number = 1; number <= ISSUES; number++) {
      agent.send(
          "assignIssue",
          Map.of("issueIdOrKey", "ED-" + number),
          Map.of("accountId", "5b10a2844c20165700ede21g"));
    }
  }

  private static void assignFitted(Agent agent) {
    agent.execute(
        "findAssignableUsers",
        Map.of("query", "mia", "project", "ED"),
        Map.of("fields", List.of("accountId", "displayName")));
    agent.script(
        """
        for (let n = 1; n <= 50; n++)
          await api.assignIssue({issueIdOrKey: "ED-" + n}, {accountId: "5b10a2844c20165700ede21g"});
        return "done";
        """);
  }

  private static void projects(Agent agent) {
    JsonNode page = agent.execute("searchProjects", Map.of("expand", "lead", "maxResults", 10));
    int start = page.path("values").size();
    while (!page.path("isLast").asBoolean(true) && start > 0 && start < 200) {
      page =
          agent.execute(
              "searchProjects", Map.of("expand", "lead", "maxResults", 10, "startAt", start));
      start += Math.max(1, page.path("values").size());
    }
    Checks.atLeast(1, start);
  }

  private static void projectsFitted(Agent agent) {
    agent.execute(
        "searchProjects",
        Map.of("expand", "lead", "maxResults", 50),
        Map.of("fields", List.of("values.key", "values.name"), "max_items", 100));
  }
}

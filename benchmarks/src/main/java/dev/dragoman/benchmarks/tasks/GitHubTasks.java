package dev.dragoman.benchmarks.tasks;

import dev.dragoman.benchmarks.tasks.AgentTask.Api;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/** Tasks on GitHub. */
final class GitHubTasks {
  private static final int REPOSITORIES = 50;
  private static final int MOST_FOR_ONE_ISSUE = 2_500;
  private static final int MOST_FOR_REPOSITORIES = 6_000;
  private static final Map<String, Object> REPO = Map.of("owner", "octo-org", "repo", "octo-repo");
  private static final Map<String, Object> ISSUE =
      Map.of("owner", "octo-org", "repo", "octo-repo", "issue_number", 1347);
  private static final Map<String, Object> PROTECTION =
      Map.of(
          "required_status_checks", Map.of("strict", true, "contexts", List.of("ci")),
          "enforce_admins", true,
          "required_pull_request_reviews", Map.of("required_approving_review_count", 1),
          "restrictions", Map.of("users", List.of(), "teams", List.of()));

  private GitHubTasks() {}

  static List<AgentTask> all() {
    return List.of(
        new AgentTask(
            Api.GITHUB,
            "label, comment and close an issue, and check it",
            List.of(
                "add labels to an issue", "comment on an issue", "close an issue", "get an issue"),
            GitHubTasks::closeIssue,
            GitHubTasks::closeIssueFitted,
            OptionalInt.of(MOST_FOR_ONE_ISSUE)),
        new AgentTask(
            Api.GITHUB,
            "protect the branch main of 50 repositories",
            List.of("update branch protection", "get branch protection"),
            GitHubTasks::protect,
            GitHubTasks::protectFitted,
            OptionalInt.of(MOST_FOR_REPOSITORIES)),
        new AgentTask(
            Api.GITHUB,
            "list the open issues of a repository",
            List.of("list the issues of a repository"),
            agent -> pages(agent, "issues/list-for-repo"),
            agent -> fitted(agent, "issues/list-for-repo", List.of("number", "title"))),
        new AgentTask(
            Api.GITHUB,
            "list the open pull requests and their authors",
            List.of("list the pull requests of a repository"),
            agent -> pages(agent, "pulls/list"),
            agent -> fitted(agent, "pulls/list", List.of("number", "title", "user.login"))));
  }

  private static void closeIssue(Agent agent) {
    agent.send("issues/add-labels", ISSUE, Map.of("labels", List.of("fixed")));
    agent.send("issues/create-comment", ISSUE, Map.of("body", "Fixed in 2.1."));
    agent.send("issues/update", ISSUE, Map.of("state", "closed"));
    Checks.equal("closed", agent.execute("issues/get", ISSUE).path("state"));
  }

  private static void closeIssueFitted(Agent agent) {
    step(agent, "issues/add-labels", Map.of("labels", List.of("fixed")), "name");
    step(agent, "issues/create-comment", Map.of("body", "Fixed in 2.1."), "id");
    step(agent, "issues/update", Map.of("state", "closed"), "state");
    JsonNode issue =
        agent.execute("issues/get", ISSUE, Map.of("fields", List.of("state", "labels.name")));
    Checks.equal("closed", issue.path("state"));
  }

  private static void step(Agent agent, String operation, Map<String, ?> body, String field) {
    agent.execute(operation, ISSUE, Map.of("body", body, "fields", List.of(field)));
  }

  private static void protect(Agent agent) {
    for (int number = 1; number <= REPOSITORIES; number++) {
      Map<String, Object> branch =
          Map.of("owner", "octo-org", "repo", "service-" + number, "branch", "main");
      agent.send("repos/update-branch-protection", branch, PROTECTION);
      agent.execute("repos/get-branch-protection", branch);
    }
  }

  private static void protectFitted(Agent agent) {
    String text =
        agent.script(
            """
            const failed = [];
            for (let n = 1; n <= 50; n++) {
              const at = {owner: "octo-org", repo: "service-" + n, branch: "main"};
              await api["repos/update-branch-protection"](at, {
                required_status_checks: {strict: true, contexts: ["ci"]}, enforce_admins: true,
                required_pull_request_reviews: {required_approving_review_count: 1},
                restrictions: {users: [], teams: []}});
              const now = await api["repos/get-branch-protection"](at);
              if (!now.enforce_admins.enabled) failed.push(at.repo);
            }
            return {failed};
            """);
    Checks.contains("failed", text);
  }

  /** As many on a page as an answer has room for, until a page is not full. */
  private static void pages(Agent agent, String operation) {
    final int size = 10;
    int items = 0;
    int page = 1;
    JsonNode list;
    do {
      Map<String, Object> arguments =
          Map.of(
              "owner",
              REPO.get("owner"),
              "repo",
              REPO.get("repo"),
              "state",
              "open",
              "per_page",
              size,
              "page",
              page++);
      list = agent.execute(operation, arguments);
      items += list.size();
    } while (list.size() == size);
    Checks.atLeast(1, items);
  }

  private static void fitted(Agent agent, String operation, List<String> fields) {
    Map<String, Object> arguments =
        Map.of(
            "owner", REPO.get("owner"), "repo", REPO.get("repo"), "state", "open", "per_page", 100);
    JsonNode list = agent.execute(operation, arguments, Map.of("fields", fields, "max_items", 100));
    Checks.atLeast(1, list.size());
  }
}

package dev.dragoman.generator.diff;

import dev.dragoman.generator.lock.AuthText;
import dev.dragoman.generator.model.BodyModel;
import dev.dragoman.generator.model.OperationModel;
import dev.dragoman.generator.model.ResponseModel;
import dev.dragoman.generator.plan.OperationPlan;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares two versions of one operation. */
final class OperationComparison {
  private final SchemaComparison schemas;
  private final AuthText authBefore;
  private final AuthText authAfter;

  /** Creates a comparison; the credentials are compared as text, as a lock contains them. */
  OperationComparison(SchemaComparison schemas, AuthText authBefore, AuthText authAfter) {
    this.schemas = schemas;
    this.authBefore = authBefore;
    this.authAfter = authAfter;
  }

  /** The changes of the operation, and the shared schemas that it uses. */
  Findings compare(OperationPlan was, OperationPlan is) {
    Findings findings = new Findings();
    names(was, is, findings);
    auth(authBefore.of(was.model()), authAfter.of(is.model()), findings);
    server(was, is, findings);
    new ParameterComparison(schemas, findings).compare(was.model(), is.model());
    ContentComparison content = new ContentComparison(schemas, findings);
    body(was.model().body(), is.model().body(), content, findings);
    answers(was.model().responses(), is.model().responses(), content, findings);
    words(was.model(), is.model(), findings);
    return findings;
  }

  private static void names(OperationPlan was, OperationPlan is, Findings findings) {
    if (!was.id().equals(is.id())) {
      findings.add(ChangeEffect.BREAKING, "operation-renamed", "", "was named " + was.id());
    }
    if (!was.model().route().equals(is.model().route())) {
      findings.add(
          ChangeEffect.BREAKING,
          "operation-moved",
          "",
          "was " + was.model().route() + ", is " + is.model().route());
    }
    if (was.access() != is.access()) {
      String what = "was " + was.access().word() + ", is " + is.access().word();
      findings.add(ChangeEffect.WIDENING, "access-changed", "", what);
    }
  }

  /** Additional alternatives are widening; removed or replaced ones break calls. */
  private static void auth(String was, String is, Findings findings) {
    if (was.equals(is)) {
      return;
    }
    Set<String> older = Set.of(was.split("\\|", -1));
    Set<String> newer = Set.of(is.split("\\|", -1));
    boolean more = newer.containsAll(older) || newer.contains("none");
    if (!older.equals(newer)) {
      findings.add(
          more ? ChangeEffect.WIDENING : ChangeEffect.BREAKING,
          "auth-changed",
          "auth",
          "was " + was + ", is " + is);
    }
  }

  /** A different server is widening, because it receives the caller's credential. */
  private static void server(OperationPlan was, OperationPlan is, Findings findings) {
    if (!was.server().equals(is.server())) {
      findings.add(
          ChangeEffect.WIDENING,
          "server-changed",
          "server",
          "was " + was.server().orElse("the API's") + ", is " + is.server().orElse("the API's"));
    }
  }

  private static void body(
      Optional<BodyModel> was,
      Optional<BodyModel> is,
      ContentComparison content,
      Findings findings) {
    if (was.isEmpty() && is.isPresent()) {
      boolean needed = is.get().required();
      findings.add(
          needed ? ChangeEffect.BREAKING : ChangeEffect.WIDENING,
          needed ? "body-added-required" : "body-added",
          "body",
          needed ? "is new and required" : "is new");
    } else if (was.isPresent() && is.isEmpty()) {
      findings.add(ChangeEffect.BREAKING, "body-removed", "body", "was removed");
    } else if (was.isPresent() && is.isPresent()) {
      boolean needed = is.get().required();
      if (was.get().required() != needed) {
        findings.add(
            needed ? ChangeEffect.BREAKING : ChangeEffect.WIDENING,
            needed ? "body-required" : "body-optional",
            "body",
            needed ? "is required now" : "is no longer required");
      }
      content.compare(was.get().content(), is.get().content(), Direction.REQUEST, "body");
    }
  }

  /**
   * A removed success status is breaking, because programs may wait for it; errors may come and go.
   */
  private static void answers(
      List<ResponseModel> was,
      List<ResponseModel> is,
      ContentComparison content,
      Findings findings) {
    Map<String, ResponseModel> older = byStatus(was);
    Map<String, ResponseModel> newer = byStatus(is);
    Set<String> statuses = new LinkedHashSet<>(older.keySet());
    statuses.addAll(newer.keySet());
    for (String status : statuses) {
      ResponseModel before = older.get(status);
      ResponseModel after = newer.get(status);
      String place = "response " + status;
      if (before == null) {
        findings.add(ChangeEffect.HARMLESS, "response-added", place, "is new");
      } else if (after == null) {
        boolean success = status.startsWith("2");
        findings.add(
            success ? ChangeEffect.BREAKING : ChangeEffect.HARMLESS,
            "response-removed",
            place,
            "was removed");
      } else {
        content.compare(before.content(), after.content(), Direction.RESPONSE, place);
      }
    }
  }

  private static Map<String, ResponseModel> byStatus(List<ResponseModel> responses) {
    Map<String, ResponseModel> byStatus = new LinkedHashMap<>();
    responses.forEach(response -> byStatus.putIfAbsent(response.status(), response));
    return byStatus;
  }

  private static void words(OperationModel was, OperationModel is, Findings findings) {
    if (was.deprecated() != is.deprecated()) {
      findings.add(
          ChangeEffect.HARMLESS,
          "deprecation-changed",
          "",
          is.deprecated() ? "is deprecated now" : "is no longer deprecated");
    }
    boolean same = was.summary().equals(is.summary()) && was.description().equals(is.description());
    if (!same) {
      findings.add(ChangeEffect.HARMLESS, "text-changed", "", "the description has changed");
    }
  }
}

package dev.dragoman.runtime.tool.execute;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.json.fields.FieldPath;
import dev.dragoman.runtime.paging.PageRule;
import dev.dragoman.runtime.request.ArgumentProblem;
import dev.dragoman.runtime.request.InvalidArgumentsException;
import dev.dragoman.runtime.text.DisplayValue;
import dev.dragoman.runtime.text.NearestName;
import dev.dragoman.runtime.tool.execute.OperationRunner.Call;
import dev.dragoman.runtime.validate.OperationValidator;
import dev.dragoman.runtime.validate.schema.ResponseFields;
import dev.dragoman.runtime.validate.schema.ResponseFields.Unknown;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks what a caller wants to see before anything is sent, against the schema of the response.
 * Fields of the items may be named without the path of the list. A JSON Pointer is not checked, so
 * that fields can be requested that the document does not declare.
 */
final class AnswerCheck {
  private static final int NAMES_SHOWN = 20;

  private AnswerCheck() {}

  /**
   * The request, with every field named from the top of the response.
   *
   * @param schemas of the operation
   * @throws InvalidArgumentsException with every problem
   */
  static AnswerRequest checked(Call call, OperationValidator schemas) {
    AnswerRequest answer = call.answer();
    List<ArgumentProblem> problems = new ArrayList<>();
    if (answer.maxItems().isPresent() && call.card().access() != AccessLevel.READ) {
      problems.add(
          new ArgumentProblem(
              "max_items",
              "is for operations that read; this one may change something, and is called once"));
    }
    AnswerRequest whole = answer.fields().isEmpty() ? answer : named(call, schemas, problems);
    if (!problems.isEmpty()) {
      throw new InvalidArgumentsException(problems);
    }
    return whole;
  }

  private static AnswerRequest named(
      Call call, OperationValidator schemas, List<ArgumentProblem> problems) {
    ResponseFields response = schemas.responseFields();
    List<String> items =
        schemas
            .paging()
            .map(PageRule::items)
            .orElseGet(() -> response.onlyList().map(List::of).orElse(List.of()));
    boolean ofItems = call.answer().maxItems().isPresent();
    List<FieldPath> fields = new ArrayList<>();
    for (FieldPath field : call.answer().fields()) {
      fields.add(whole(field, response, items, ofItems, problems));
    }
    return call.answer().withFields(fields);
  }

  private static FieldPath whole(
      FieldPath field,
      ResponseFields response,
      List<String> items,
      boolean ofItems,
      List<ArgumentProblem> problems) {
    boolean starts =
        field.steps().size() > items.size() && field.steps().subList(0, items.size()).equals(items);
    if (field.isPointer() || items.isEmpty() || starts) {
      return checked(field, field, response, problems);
    }
    FieldPath below = field.under(items);
    boolean atTop = !ofItems && response.unknown(field).isEmpty();
    boolean inItems = response.unknown(below).isEmpty();
    return atTop && !(response.isOpen() && inItems)
        ? field
        : checked(field, below, response, problems);
  }

  private static FieldPath checked(
      FieldPath given, FieldPath field, ResponseFields response, List<ArgumentProblem> problems) {
    if (!given.isPointer()) {
      response
          .unknown(field)
          .ifPresent(
              unknown -> problems.add(new ArgumentProblem("fields", problem(given, unknown))));
    }
    return field;
  }

  private static String problem(FieldPath given, Unknown unknown) {
    String names =
        NearestName.to(unknown.name(), unknown.declared())
            .map(near -> "did you mean " + near + "?")
            .orElseGet(() -> listed(unknown));
    return DisplayValue.text(given.toString())
        + " is not declared for the response: "
        + (given.steps().size() > 1 ? DisplayValue.text(unknown.name()) + " is unknown; " : "")
        + names;
  }

  private static String listed(Unknown unknown) {
    if (unknown.declared().isEmpty()) {
      return "the value there has no fields";
    }
    String names = String.join(", ", unknown.sorted().stream().limit(NAMES_SHOWN).toList());
    int more = unknown.declared().size() - NAMES_SHOWN;
    return "declared are " + (more > 0 ? names + " and " + more + " more" : names);
  }
}

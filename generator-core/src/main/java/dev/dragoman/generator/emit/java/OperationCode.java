package dev.dragoman.generator.emit.java;

import com.palantir.javapoet.CodeBlock;
import dev.dragoman.generator.model.ApiModel.SecurityRequirement;
import dev.dragoman.generator.plan.BodyPlan;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.OperationRights;
import dev.dragoman.generator.plan.ParameterPlan;
import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Prints what handlers and typed requests have in common. */
final class OperationCode {
  /** The compiler recurses into the calls of a chain; its stack overflows at a few hundred. */
  private static final int MAX_CHAIN = 150;

  private OperationCode() {}

  /** The calls in chains that the compiler can manage, at least one. */
  static List<CodeBlock> chains(List<CodeBlock> calls) {
    List<CodeBlock> chains = new ArrayList<>();
    int from = 0;
    do {
      int to = Math.min(from + MAX_CHAIN, calls.size());
      chains.add(CodeBlock.join(calls.subList(from, to), ""));
      from = to;
    } while (from < calls.size());
    return chains;
  }

  /** {@code Operation.of(…)}, with who may run it. */
  static CodeBlock declaration(OperationPlan plan) {
    CodeBlock.Builder value =
        CodeBlock.builder().add("$T.of($L)", Operation.class, arguments(plan));
    plan.security().ifPresent(security -> value.add(security(security)));
    return value.add(rights(plan.rights())).build();
  }

  private static CodeBlock arguments(OperationPlan plan) {
    return CodeBlock.of(
        "$L, $L, $L, $T.$L",
        JavaLiteral.of(plan.id()),
        JavaLiteral.of(plan.method()),
        JavaLiteral.of(plan.path()),
        AccessLevel.class,
        plan.access().name());
  }

  /** The security requirements. If no alternative needs a scheme, the operation is unsecured. */
  private static CodeBlock security(List<SecurityRequirement> alternatives) {
    if (alternatives.stream().allMatch(requirement -> requirement.schemes().isEmpty())) {
      return CodeBlock.of(".unsecured()");
    }
    CodeBlock.Builder calls = CodeBlock.builder();
    for (SecurityRequirement requirement : alternatives) {
      List<String> schemes = List.copyOf(requirement.schemes().keySet());
      calls.add(".securedBy($L)", JavaFiles.literals(schemes));
    }
    return calls.build();
  }

  private static CodeBlock rights(OperationRights rights) {
    CodeBlock.Builder calls = CodeBlock.builder();
    if (rights.authModes().size() == 1) {
      String mode = rights.authModes().iterator().next().name();
      calls.add(".onlyFor($T.$L)", AuthMode.class, mode);
    }
    rights.scopes().forEach(together -> calls.add(".scopedBy($L)", JavaFiles.literals(together)));
    return calls.build();
  }

  /** {@code in.required("id").asString()}. */
  static CodeBlock read(ParameterPlan parameter, ParameterTypes types) {
    String call = parameter.isRequired() ? "required" : "optional";
    String name = JavaLiteral.of(parameter.argument());
    return CodeBlock.of("in.$L($L)$L", call, name, types.read(parameter.type()));
  }

  /** {@code in.requiredBody().asObject(Item::new)}. */
  static CodeBlock read(BodyPlan body, ParameterTypes types) {
    String call = body.required() ? "requiredBody" : "optionalBody";
    return CodeBlock.of("in.$L()$L", call, types.read(body.type()));
  }

  /** {@code in.mediaType("application/json", "text/csv")}. */
  static CodeBlock mediaType(BodyPlan body) {
    List<String> names = new ArrayList<>(List.of(body.media().name()));
    names.addAll(body.others());
    return CodeBlock.of("in.mediaType($L)", JavaFiles.literals(names));
  }

  /** The calls on a new request that do not depend on arguments. */
  static List<CodeBlock> head(OperationPlan plan) {
    List<CodeBlock> calls = new ArrayList<>();
    plan.server().ifPresent(url -> calls.add(CodeBlock.of(".server($L)", JavaLiteral.of(url))));
    if (!plan.accept().isEmpty()) {
      calls.add(CodeBlock.of(".accept($L)", JavaLiteral.of(plan.accept())));
    }
    return calls;
  }

  /** {@code .query("page", page)}. */
  static CodeBlock send(ParameterPlan parameter, CodeBlock value) {
    if (parameter.isQuerystring()) {
      String mediaType = JavaLiteral.of(parameter.mediaType());
      return CodeBlock.of(".querystring($L, $L, $T.of())", mediaType, value, Map.class);
    }
    return CodeBlock.of(
        ".$L($L, $L$L)",
        parameter.place(),
        JavaLiteral.of(parameter.name()),
        value,
        StyleCode.argument(parameter));
  }
}

package dev.dragoman.generator.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.dragoman.generator.emit.GeneratedFile;
import dev.dragoman.generator.model.ApiModel.SecurityRequirement;
import dev.dragoman.generator.plan.GroupPlan;
import dev.dragoman.generator.plan.ServerPlan;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Environment;
import dev.dragoman.runtime.OperationGroup;
import dev.dragoman.runtime.SecurityScheme;
import dev.dragoman.runtime.SecurityScheme.ApiKey;
import dev.dragoman.runtime.SecurityScheme.HttpBasic;
import dev.dragoman.runtime.SecurityScheme.HttpBearer;
import dev.dragoman.runtime.SecurityScheme.HttpOther;
import dev.dragoman.runtime.SecurityScheme.Unserved;
import dev.dragoman.runtime.ServerDefinition;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Prints the definition of an API: its names, environments, security schemes and resources. */
final class ApiEmitter {
  private ApiEmitter() {}

  /** The file with the class that contains the definition. */
  static GeneratedFile emit(ServerPlan plan) {
    TypeSpec type =
        TypeSpec.classBuilder(plan.apiClass())
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addAnnotation(JavaFiles.generatedBy(ApiEmitter.class))
            .addJavadoc(
                "The $L API, version $L.\n",
                JavadocText.encode(plan.vendor()),
                JavadocText.encode(plan.version()))
            .addField(definition(plan))
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
            .addMethod(group(plan))
            .build();
    return JavaFiles.file(plan.packageName(), type, plan.source(), "The definition of the API.");
  }

  private static FieldSpec definition(ServerPlan plan) {
    CodeBlock.Builder chain =
        CodeBlock.builder()
            .add("\n$>$>$T.builder($L)$>$>", ServerDefinition.class, JavaLiteral.of(plan.vendor()))
            .add("\n.title($L)", JavaLiteral.of(plan.title()))
            .add("\n.version($L)", JavaLiteral.of(plan.version()));
    for (Environment environment : plan.environments()) {
      chain.add(
          "\n.environment($L, $L)",
          JavaLiteral.of(environment.name()),
          JavaLiteral.of(environment.baseUrl().toString()));
    }
    plan.securitySchemes().forEach(scheme -> chain.add("\n.securityScheme($L)", scheme(scheme)));
    for (SecurityRequirement requirement : plan.security()) {
      List<String> names = List.copyOf(requirement.schemes().keySet());
      chain.add("\n.securedBy($L)", JavaFiles.literals(names));
    }
    plan.operator().authModes().forEach((name, modes) -> chain.add(authMode(name, modes)));
    for (String parameter : plan.operator().organizationParameters()) {
      chain.add("\n.organizationParameter($L)", JavaLiteral.of(parameter));
    }
    chain
        .add("\n.resources($L.class, $L)", plan.apiClass(), JavaLiteral.of(plan.resourceRoot()))
        .add("\n.operations($L, $L::group)", plan.operations().size(), plan.apiClass())
        .add("\n.build()$<$<$<$<");
    return FieldSpec.builder(
            ServerDefinition.class, "DEFINITION", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .initializer(chain.build())
        .build();
  }

  /** The call for a scheme with one mode; nothing for a scheme with both, which is the default. */
  private static CodeBlock authMode(String scheme, Set<AuthMode> modes) {
    return modes.size() == 1
        ? CodeBlock.of(
            "\n.authMode($L, $T.$L)",
            JavaLiteral.of(scheme),
            AuthMode.class,
            modes.iterator().next().name())
        : CodeBlock.of("");
  }

  /** The constructor call for a security scheme. */
  private static CodeBlock scheme(SecurityScheme scheme) {
    if (scheme instanceof ApiKey key) {
      return CodeBlock.of(
          "\n$>$>new $T($L, $T.$L, $L$L)$<$<",
          ApiKey.class,
          JavaLiteral.of(key.name()),
          SecurityScheme.Location.class,
          key.in().name(),
          JavaLiteral.of(key.parameter()),
          key.prefix().isEmpty() ? "" : ", " + JavaLiteral.of(key.prefix()));
    }
    if (scheme instanceof Unserved unserved) {
      return CodeBlock.of(
          "\n$>$>new $T($L, $L, $L)$<$<",
          Unserved.class,
          JavaLiteral.of(unserved.name()),
          JavaLiteral.of(unserved.kind()),
          unserved.onConnection());
    }
    if (scheme instanceof HttpOther other) {
      return CodeBlock.of(
          "new $T($L, $L)",
          HttpOther.class,
          JavaLiteral.of(other.name()),
          JavaLiteral.of(other.scheme()));
    }
    Class<?> type = scheme instanceof HttpBasic ? HttpBasic.class : HttpBearer.class;
    return CodeBlock.of("new $T($L)", type, JavaLiteral.of(scheme.name()));
  }

  /**
   * The method that returns a group by number. A switch loads a group's class on first use; a table
   * would load all of them when the server starts.
   */
  private static MethodSpec group(ServerPlan plan) {
    CodeBlock.Builder cases = CodeBlock.builder().add("return switch (number) {\n$>");
    for (GroupPlan group : plan.groups()) {
      ClassName name = ClassName.get(plan.operationsPackage(), group.className());
      cases.add("case $L -> new $T();\n", group.number(), name);
    }
    cases.add("default -> $L$<};\n", noGroups());
    return MethodSpec.methodBuilder("group")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(OperationGroup.class)
        .addParameter(int.class, "number")
        .addCode(plan.groups().isEmpty() ? noGroups() : cases.build())
        .build();
  }

  /**
   * A switch expression must have at least one result expression (JLS 15.28.1), so a server without
   * operations has no switch.
   */
  private static CodeBlock noGroups() {
    return CodeBlock.of(
        "throw new $T($S + number);\n", IllegalArgumentException.class, "unknown group ");
  }
}

package dev.dragoman.generator.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.dragoman.generator.emit.GeneratedFile;
import dev.dragoman.generator.plan.ClientPlan;
import dev.dragoman.generator.plan.ClientPlan.Answer;
import dev.dragoman.generator.plan.ClientPlan.Slice;
import dev.dragoman.generator.plan.ClientPlan.TagClient;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.PagingPlan;
import dev.dragoman.generator.plan.ServerPlan;
import dev.dragoman.runtime.client.ApiClient;
import dev.dragoman.runtime.client.ApiReply;
import dev.dragoman.runtime.client.Pages;
import dev.dragoman.runtime.client.Paging;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Prints the typed client: a class with a method per tag, and classes with one per operation. */
final class ClientEmitter {
  private static final String API = "api";
  private static final String REQUEST = "request";

  private final ServerPlan server;
  private final ClientPlan client;

  private ClientEmitter(ServerPlan server, ClientPlan client) {
    this.server = server;
    this.client = client;
  }

  static List<GeneratedFile> emit(ServerPlan server, ClientPlan client) {
    ClientEmitter emitter = new ClientEmitter(server, client);
    List<GeneratedFile> files = new ArrayList<>(List.of(emitter.entry()));
    client.tags().parallelStream().map(emitter::tag).forEachOrdered(files::addAll);
    return files;
  }

  private GeneratedFile entry() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(client.className())
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addAnnotation(JavaFiles.generatedBy(ClientEmitter.class))
            .addJavadoc(
                "Calls the $L API: a method per tag, and in it one per operation.\n",
                JavadocText.encode(server.vendor()))
            .addField(api());
    type.addMethod(
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PUBLIC)
            .addParameter(ApiClient.class, API)
            .addJavadoc(
                "Creates a client.\n\n@param api sends the requests, e.g. the client of a tool or"
                    + " {@code StandaloneClient}\n")
            .addStatement("this.$1L = $1L", API)
            .build());
    for (TagClient tag : client.tags()) {
      ClassName name = ClassName.get(client.packageName(), tag.slices().get(0).className());
      type.addMethod(
          MethodSpec.methodBuilder(tag.accessor())
              .addModifiers(Modifier.PUBLIC)
              .returns(name)
              .addJavadoc("$L\n", description(tag))
              .addStatement("return new $T($L)", name, API)
              .build());
    }
    return JavaFiles.file(
        server.packageName(), type.build(), server.source(), "The client of the API.");
  }

  private static FieldSpec api() {
    return FieldSpec.builder(ApiClient.class, API, Modifier.PRIVATE, Modifier.FINAL).build();
  }

  private static String description(TagClient tag) {
    if (!tag.description().isBlank()) {
      return JavadocText.paragraph(tag.description());
    }
    return tag.tag().isEmpty()
        ? "Operations without a tag."
        : "Operations of the tag " + JavadocText.encode(tag.tag()) + ".";
  }

  private List<GeneratedFile> tag(TagClient tag) {
    List<GeneratedFile> files = new ArrayList<>();
    for (int i = 0; i < tag.slices().size(); i++) {
      boolean isLast = i == tag.slices().size() - 1;
      TypeSpec.Builder type = slice(tag, tag.slices().get(i), i == 0);
      if (isLast) {
        type.addField(api());
      } else {
        type.superclass(ClassName.get(client.packageName(), tag.slices().get(i + 1).className()))
            .addField(api());
      }
      type.addMethod(constructor(i == 0, isLast));
      tag.slices().get(i).methods().forEach(method -> addMethods(type, method));
      files.add(
          JavaFiles.file(
              client.packageName(), type.build(), server.source(), "Calls of operations."));
    }
    return files;
  }

  private static TypeSpec.Builder slice(TagClient tag, Slice slice, boolean isFirst) {
    return TypeSpec.classBuilder(slice.className())
        .addModifiers(Modifier.PUBLIC, isFirst ? Modifier.FINAL : Modifier.ABSTRACT)
        .addAnnotation(JavaFiles.generatedBy(ClientEmitter.class))
        .addJavadoc("$L\n", description(tag));
  }

  private static MethodSpec constructor(boolean isFirst, boolean isLast) {
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder().addParameter(ApiClient.class, API);
    if (isFirst) {
      constructor.addModifiers(Modifier.PUBLIC);
    }
    if (!isLast) {
      constructor.addStatement("super($L)", API);
    }
    return constructor.addStatement("this.$1L = $1L", API).build();
  }

  private void addMethods(TypeSpec.Builder type, ClientPlan.Method method) {
    ClassName group = ClassName.get(server.operationsPackage(), method.group());
    ParameterTypes types = new ParameterTypes(group, server.modelPackage());
    ClassName request = group.nestedClass(method.operation().className());
    type.addMethod(call(method, request, types));
    method.pages().ifPresent(pages -> type.addMethod(pages(method, pages, request, types)));
  }

  private static MethodSpec call(
      ClientPlan.Method method, ClassName request, ParameterTypes types) {
    MethodSpec.Builder builder = start(method.name(), method.operation(), request);
    builder.addJavadoc("$L\n", javadoc(method.operation()));
    Object argument = argument(method.operation(), request);
    if (method.answer() instanceof Answer.Nothing) {
      return builder.addStatement("$L.call($L)", API, argument).build();
    }
    if (!(method.answer() instanceof Answer.Value value)) {
      return builder
          .returns(ApiReply.class)
          .addStatement("return $L.call($L)", API, argument)
          .build();
    }
    return builder
        .returns(value.optional() ? types.optional(value.type()) : types.required(value.type()))
        .addStatement(
            "return $L.call($L).$L(body -> body$L)",
            API,
            argument,
            value.optional() ? "readIfPresent" : "read",
            types.read(value.type()))
        .build();
  }

  private static MethodSpec pages(
      ClientPlan.Method method, ClientPlan.Pages pages, ClassName request, ParameterTypes types) {
    TypeName item = types.boxed(pages.item());
    return start(pages.name(), method.operation(), request)
        .addJavadoc("The items of all pages of {@link #$L}.\n", method.name())
        .returns(ParameterizedTypeName.get(ClassName.get(Pages.class), item))
        .addStatement(
            "return $T.of($L, $L, $L, item -> item$L)",
            Pages.class,
            API,
            argument(method.operation(), request),
            paging(pages.paging(), method.operation()),
            types.read(pages.item()))
        .build();
  }

  private static CodeBlock paging(PagingPlan plan, OperationPlan operation) {
    List<Object> arguments = new ArrayList<>();
    if (plan.kind() != PagingPlan.Kind.URL) {
      arguments.add(JavaLiteral.of(plan.parameter()));
    }
    if (!plan.field().isEmpty()) {
      arguments.add(JavaLiteral.of(plan.field()));
    }
    if (plan.kind() == PagingPlan.Kind.PAGE || (plan.isNumbered() && plan.first() > 0)) {
      arguments.add(plan.first());
    }
    CodeBlock.Builder code =
        CodeBlock.builder().add("$T.$L($L)", Paging.class, factory(plan.kind()), listed(arguments));
    if (!plan.items().isEmpty()) {
      code.add(".items($L)", JavaLiteral.of(plan.items()));
    }
    switch (plan.place()) {
      case BODY -> code.add(".inBody()");
      case HEADER -> code.add(".inHeader()");
      case QUERY -> code.add("$L", query(plan, operation));
    }
    return code.build();
  }

  private static CodeBlock listed(List<Object> arguments) {
    return arguments.stream().map(one -> CodeBlock.of("$L", one)).collect(CodeBlock.joining(", "));
  }

  /** The parameters that a URL may name, where no single one requests the next page. */
  private static CodeBlock query(PagingPlan plan, OperationPlan operation) {
    List<Object> names =
        operation.parameters().stream()
            .filter(parameter -> parameter.place().equals("query"))
            .<Object>map(parameter -> JavaLiteral.of(parameter.name()))
            .toList();
    return plan.parameter().isEmpty() && !names.isEmpty()
        ? CodeBlock.of(".query($L)", listed(names))
        : CodeBlock.of("");
  }

  /** The method of {@link Paging} that creates a kind. */
  private static String factory(PagingPlan.Kind kind) {
    return switch (kind) {
      case PAGE -> "byPage";
      case OFFSET -> "byOffset";
      case CURSOR -> "byCursor";
      case LAST_ITEM -> "byLastItem";
      case LINK -> "byLink";
      case URL -> "byUrl";
    };
  }

  private static MethodSpec.Builder start(String name, OperationPlan plan, ClassName request) {
    MethodSpec.Builder method = MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC);
    if (!isWithoutParameters(plan)) {
      method.addParameter(request, REQUEST);
    }
    if (plan.isDeprecated()) {
      method.addAnnotation(Deprecated.class);
    }
    return method;
  }

  private static CodeBlock argument(OperationPlan plan, ClassName request) {
    return isWithoutParameters(plan)
        ? CodeBlock.of("new $T()", request)
        : CodeBlock.of("$L", REQUEST);
  }

  private static boolean isWithoutParameters(OperationPlan plan) {
    return plan.parameters().isEmpty() && plan.others().isEmpty() && plan.body().isEmpty();
  }

  private static CodeBlock javadoc(OperationPlan plan) {
    String route = JavadocText.route(plan.method(), plan.path());
    CodeBlock text =
        plan.summary().isBlank()
            ? CodeBlock.of("$L", route)
            : CodeBlock.of("$L\n\n<p>$L", JavadocText.paragraph(plan.summary()), route);
    return plan.isDeprecated()
        ? CodeBlock.of("$L\n\n@deprecated in the API's document", text)
        : text;
  }
}

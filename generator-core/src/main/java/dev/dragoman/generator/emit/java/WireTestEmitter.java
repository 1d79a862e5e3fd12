package dev.dragoman.generator.emit.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.dragoman.generator.emit.GeneratedFile;
import dev.dragoman.generator.plan.GroupPlan;
import dev.dragoman.generator.plan.ServerPlan;
import dev.dragoman.generator.plan.wire.WireCase;
import dev.dragoman.generator.plan.wire.WireCases;
import dev.dragoman.testing.WireUpstream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Prints the tests of a group: a call of each operation, and the exact request that it must become.
 */
public final class WireTestEmitter {
  private static final String JUPITER = "org.junit.jupiter.api";
  private static final ClassName ASSERTIONS = ClassName.get(JUPITER, "Assertions");
  private static final int LITERAL_WIDTH = 80;

  private WireTestEmitter() {}

  /** The test classes of a server, one for each group with operations that can be called. */
  public static List<GeneratedFile> emit(ServerPlan plan) {
    List<GeneratedFile> files = new ArrayList<>();
    for (GroupPlan group : plan.groups()) {
      List<WireCase> cases = WireCases.of(plan, group.operations());
      if (!cases.isEmpty()) {
        files.add(emit(plan, group, cases));
      }
    }
    return files;
  }

  private static GeneratedFile emit(ServerPlan plan, GroupPlan group, List<WireCase> cases) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(group.className() + "WireTest")
            .addAnnotation(JavaFiles.generatedBy(WireTestEmitter.class))
            .addJavadoc("Verifies the request that each operation sends.\n")
            .addField(
                FieldSpec.builder(WireUpstream.class, "upstream", Modifier.PRIVATE, Modifier.STATIC)
                    .build())
            .addMethod(start(plan))
            .addMethod(stop());
    cases.forEach(one -> type.addMethod(test(one)));
    JavaFile.Builder file =
        JavaFile.builder(plan.operationsPackage(), type.build())
            .addStaticImport(ASSERTIONS, "assertEquals");
    return JavaFiles.file(file, plan.source(), "Tests of the requests that operations send.");
  }

  private static MethodSpec start(ServerPlan plan) {
    return annotated("start", "BeforeAll")
        .addModifiers(Modifier.STATIC)
        .addStatement(
            "upstream = $T.start($T.DEFINITION)",
            WireUpstream.class,
            ClassName.get(plan.packageName(), plan.apiClass()))
        .build();
  }

  private static MethodSpec stop() {
    return annotated("stop", "AfterAll")
        .addModifiers(Modifier.STATIC)
        .addStatement("upstream.close()")
        .build();
  }

  /**
   * The test of one operation, whose expected request is written line by line so that a difference
   * is easy to read.
   */
  private static MethodSpec test(WireCase one) {
    CodeBlock expected =
        Arrays.stream(one.expected().split("\n", -1))
            .map(WireTestEmitter::literal)
            .collect(CodeBlock.joining(",\n"));
    CodeBlock body = one.body().map(WireTestEmitter::literal).orElse(CodeBlock.of("null"));
    String name = "sends" + one.operation().className();
    return annotated(name, "Test")
        .addStatement(
            """
            $T.assertEquals(
            $T.join(
            $>$>$S,
            $L),$<$<
            upstream.send(
            $>$>$L,
            $L,
            $L))$<$<\
            """,
            ASSERTIONS,
            String.class,
            "\n",
            expected,
            JavaFiles.literal(one.operation().id()),
            literal(one.arguments()),
            body)
        .build();
  }

  /** A literal, split into pieces that fit on a line. */
  private static CodeBlock literal(String text) {
    CodeBlock.Builder pieces = CodeBlock.builder();
    int cut = Math.min(text.length(), LITERAL_WIDTH);
    pieces.add(JavaFiles.literal(text.substring(0, cut))).add("$>$>");
    for (int from = cut; from < text.length(); from += LITERAL_WIDTH) {
      int to = Math.min(text.length(), from + LITERAL_WIDTH);
      pieces.add("\n+ $L", JavaFiles.literal(text.substring(from, to)));
    }
    return pieces.add("$<$<").build();
  }

  private static MethodSpec.Builder annotated(String name, String annotation) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(AnnotationSpec.builder(ClassName.get(JUPITER, annotation)).build());
  }
}

package dev.dragoman.generator.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.dragoman.generator.emit.GeneratedFile;
import dev.dragoman.generator.plan.ServerPlan;
import dev.dragoman.runtime.server.McpServer;
import javax.lang.model.element.Modifier;

/** Prints the main class. */
final class ServerEmitter {
  private ServerEmitter() {}

  static GeneratedFile emit(ServerPlan plan) {
    MethodSpec main =
        MethodSpec.methodBuilder("main")
            .addJavadoc("Starts the server; {@code --help} lists the options.\n")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .addParameter(String[].class, "args")
            .addStatement(
                "$T.exit($T.builder($T.DEFINITION)"
                    + (plan.scripts() ? ".scripts()" : "")
                    + ".build().run(args))",
                System.class,
                McpServer.class,
                ClassName.get(plan.packageName(), plan.apiClass()))
            .build();
    TypeSpec type =
        TypeSpec.classBuilder(plan.serverClass())
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addAnnotation(JavaFiles.generatedBy(ServerEmitter.class))
            .addJavadoc("The MCP server of the $L API.\n", JavadocText.encode(plan.vendor()))
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
            .addMethod(main)
            .build();
    return JavaFiles.file(plan.packageName(), type, plan.source(), "The main class.");
  }
}

package dev.dragoman.generator.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.dragoman.generator.emit.GeneratedFile;
import dev.dragoman.runtime.server.McpServer;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Prints the main class of a server of several APIs. */
public final class CombinedEmitter {
  private CombinedEmitter() {}

  /**
   * An API of the server.
   *
   * @param vendor its name
   * @param apiClass simple name of the definition's class
   */
  public record Part(String vendor, String packageName, String apiClass) {}

  /**
   * The main class.
   *
   * @param name the server's own name
   * @param className simple name of the class
   */
  public static GeneratedFile emit(
      String name, String packageName, String className, List<Part> apis) {
    CodeBlock.Builder start =
        CodeBlock.builder()
            .add("$T.exit($T.combined(", System.class, McpServer.class)
            .add(JavaFiles.literal(name))
            .add(")");
    for (Part api : apis) {
      start.add(".api($T.DEFINITION)", ClassName.get(api.packageName(), api.apiClass()));
    }
    MethodSpec main =
        MethodSpec.methodBuilder("main")
            .addJavadoc("Starts the server; {@code --help} lists the options.\n")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .addParameter(String[].class, "args")
            .addStatement(start.add(".build().run(args))").build())
            .build();
    String names = apis.stream().map(Part::vendor).collect(Collectors.joining(", "));
    TypeSpec type =
        TypeSpec.classBuilder(className)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addAnnotation(JavaFiles.generatedBy(CombinedEmitter.class))
            .addJavadoc("The MCP server of several APIs: $L.\n", JavadocText.encode(names))
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
            .addMethod(main)
            .build();
    return JavaFiles.file(packageName, type, "several documents", "The main class.");
  }
}

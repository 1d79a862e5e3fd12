package dev.dragoman.runtime;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code api.txt} lists every public signature of the API packages, so that a change of the API
 * shows in the change that makes it. {@code -Ddragoman.golden=refresh} writes the file anew.
 */
class ApiSignaturesTest {
  private static final List<String> PACKAGES =
      List.of(
          "dev.dragoman.runtime",
          "dev.dragoman.runtime.client",
          "dev.dragoman.runtime.client.standalone",
          "dev.dragoman.runtime.extension",
          "dev.dragoman.runtime.request",
          "dev.dragoman.runtime.server",
          "dev.dragoman.runtime.server.http");
  private static final Path FILE = Path.of("api.txt");

  @Test
  void everyPublicSignatureIsListed() throws IOException {
    String signatures = signatures();
    if ("refresh".equals(System.getProperty("dragoman.golden"))) {
      Files.writeString(FILE, signatures);
    }
    assertThat(Files.readString(FILE))
        .as("api.txt; CONTRIBUTING.md says how it is written anew after an intended change")
        .isEqualTo(signatures);
  }

  /** What the module exports to everyone is the API, and nothing else is. */
  @Test
  void theModuleExportsTheApi() throws IOException {
    Path classes =
        Path.of(Operation.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    ModuleDescriptor module;
    try (InputStream descriptor = Files.newInputStream(classes.resolve("module-info.class"))) {
      module = ModuleDescriptor.read(descriptor);
    }
    List<String> exported =
        module.exports().stream()
            .filter(exports -> !exports.isQualified())
            .map(ModuleDescriptor.Exports::source)
            .sorted()
            .toList();
    assertThat(exported).isEqualTo(PACKAGES);
  }

  private static String signatures() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.dragoman.runtime")
            .stream()
            .filter(type -> PACKAGES.contains(type.getPackageName()))
            .map(JavaClass::reflect)
            .filter(ApiSignaturesTest::isPublic)
            .sorted(Comparator.comparing(Class::getName))
            .map(ApiSignaturesTest::signature)
            .collect(joining("\n"));
  }

  /** A nested type is public if all the types around it are. */
  private static boolean isPublic(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return Modifier.isPublic(type.getModifiers()) && (outer == null || isPublic(outer));
  }

  private static String signature(Class<?> type) {
    return heading(type) + "\n" + members(type).map(line -> "  " + line + "\n").collect(joining());
  }

  private static String heading(Class<?> type) {
    String kind =
        type.isInterface()
            ? "interface"
            : type.isEnum() ? "enum" : type.isRecord() ? "record" : "class";
    String parent =
        type.getGenericSuperclass() == null || !kind.equals("class") ? "" : parent(type);
    String parents =
        Stream.of(type.getGenericInterfaces()).map(Type::getTypeName).collect(joining(", "));
    return (type.isInterface() || type.isRecord() || type.isEnum()
            ? ""
            : modifiers(type.getModifiers()))
        + kind
        + " "
        + type.getName()
        + variables(type.getTypeParameters())
        + parent
        + (parents.isEmpty() ? "" : " implements " + parents);
  }

  private static String parent(Class<?> type) {
    Type parent = type.getGenericSuperclass();
    return parent == Object.class ? "" : " extends " + parent.getTypeName();
  }

  private static Stream<String> members(Class<?> type) {
    Stream<String> fields =
        Stream.of(type.getDeclaredFields())
            .filter(field -> isVisible(field.getModifiers()) && !field.isSynthetic())
            .map(ApiSignaturesTest::field);
    Stream<String> constructors =
        Stream.of(type.getDeclaredConstructors())
            .filter(made -> isVisible(made.getModifiers()) && !made.isSynthetic())
            .map(ApiSignaturesTest::constructor);
    Stream<String> methods =
        Stream.of(type.getDeclaredMethods())
            .filter(method -> isVisible(method.getModifiers()) && !method.isSynthetic())
            .filter(method -> !isImplied(type, method.getName()))
            .map(ApiSignaturesTest::method);
    return Stream.of(fields, constructors, methods).flatMap(Stream::sorted);
  }

  /** What every record and every enum has. */
  private static boolean isImplied(Class<?> type, String method) {
    return (type.isRecord() && Set.of("equals", "hashCode", "toString").contains(method))
        || (type.isEnum() && Set.of("valueOf", "values").contains(method));
  }

  private static boolean isVisible(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  private static String field(Field field) {
    return modifiers(field.getModifiers())
        + field.getGenericType().getTypeName()
        + " "
        + field.getName();
  }

  private static String constructor(Constructor<?> constructor) {
    return modifiers(constructor.getModifiers())
        + constructor.getDeclaringClass().getSimpleName()
        + parameters(constructor);
  }

  private static String method(Method method) {
    String variables = variables(method.getTypeParameters());
    return modifiers(method.getModifiers())
        + (variables.isEmpty() ? "" : variables + " ")
        + method.getGenericReturnType().getTypeName()
        + " "
        + method.getName()
        + parameters(method);
  }

  private static String parameters(Executable executable) {
    String thrown =
        Arrays.stream(executable.getGenericExceptionTypes())
            .map(Type::getTypeName)
            .collect(joining(", "));
    return Arrays.stream(executable.getGenericParameterTypes())
            .map(Type::getTypeName)
            .collect(joining(", ", "(", ")"))
        + (thrown.isEmpty() ? "" : " throws " + thrown);
  }

  private static String variables(TypeVariable<?>[] variables) {
    return variables.length == 0
        ? ""
        : Arrays.stream(variables).map(TypeVariable::getName).collect(joining(", ", "<", ">"));
  }

  private static String modifiers(int modifiers) {
    int shown =
        modifiers & (Modifier.PROTECTED | Modifier.STATIC | Modifier.ABSTRACT | Modifier.FINAL);
    return shown == 0 ? "" : Modifier.toString(shown) + " ";
  }
}

package dev.dragoman.generator.plan.name;

import java.util.List;

/** Names that must not be assigned to generated declarations. */
public final class ReservedNames {

  /** Types that generated code, or Java code that uses it, refers to by simple name. */
  public static final List<String> TYPES =
      List.of(
          // java.lang, as far as generated code and readers of it expect the usual meaning
          "Boolean",
          "Byte",
          "Character",
          "Class",
          "Comparable",
          "Deprecated",
          "Double",
          "Enum",
          "Error",
          "Exception",
          "Float",
          "FunctionalInterface",
          "Integer",
          "Iterable",
          "Long",
          "Math",
          "Module",
          "Number",
          "Object",
          "Override",
          "Package",
          "Process",
          "Record",
          "Runnable",
          "Runtime",
          "RuntimeException",
          "SafeVarargs",
          "Short",
          "String",
          "StringBuilder",
          "SuppressWarnings",
          "System",
          "Thread",
          "Throwable",
          "Void",
          // imported by generated code
          "AccessLevel",
          "ApiRequest",
          "Arguments",
          "BigDecimal",
          "BigInteger",
          "Generated",
          "ArrayNode",
          "Builder",
          "FieldEncoding",
          "JsonNode",
          "JsonObject",
          "ObjectNode",
          "List",
          "Map",
          "Nullable",
          "Operation",
          "OperationGroup",
          "OperationHandler",
          "OperationRequest",
          "OptionalValue",
          "ParameterStyle",
          "RequestBuilder",
          "RequiredValue",
          "WireValue");

  /**
   * Names that a record component must not have (JLS 8.10.1), and names of methods in generated
   * records.
   */
  public static final List<String> COMPONENTS =
      List.of(
          "clone",
          "finalize",
          "getClass",
          "hashCode",
          "notify",
          "notifyAll",
          "toString",
          "wait",
          "builder",
          "from",
          "in",
          "operation",
          "request",
          "toApiRequest",
          "withBody",
          "withMediaType");

  /** Names of methods in generated body types, which a property must not have. */
  public static final List<String> MEMBERS =
      List.of(
          "builder",
          "clone",
          "finalize",
          "getClass",
          "hashCode",
          "json",
          "notify",
          "notifyAll",
          "toString",
          "wait");

  /**
   * Names that methods for tags and operations must not have: those of methods that they would
   * override or overload, and {@code yield}, which cannot be called by its simple name (JLS 3.9).
   */
  public static final List<String> METHODS =
      List.of(
          "clone",
          "equals",
          "finalize",
          "find",
          "getClass",
          "hashCode",
          "notify",
          "notifyAll",
          "toString",
          "wait",
          "yield");

  private ReservedNames() {}
}

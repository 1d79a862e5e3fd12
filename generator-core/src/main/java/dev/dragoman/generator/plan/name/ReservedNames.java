package dev.dragoman.generator.plan.name;

import java.util.List;

/** Names that generated code must leave to others. */
public final class ReservedNames {

  /** Types that generated code, or any Java code beside it, writes by their simple names. */
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

  /** Members a record component must not be called (JLS 8.10.1), and those of the contract. */
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
          "toApiRequest",
          "withBody",
          "withMediaType");

  /** Members a property of a body must not be called. */
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

  private ReservedNames() {}
}

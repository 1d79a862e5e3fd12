package dev.dragoman.generator.plan.name;

import dev.dragoman.generator.model.OperationModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names by which agents call operations: the document's {@code operationId}, or a name made
 * from method and path if there is none.
 */
public final class OperationIds {
  private static final Pattern TYPEABLE = Pattern.compile("[A-Za-z0-9_./:-]{1,120}");

  private OperationIds() {}

  /** One unique id for each operation, in the given order. */
  public static List<String> of(List<OperationModel> operations) {
    Set<String> taken = new HashSet<>();
    List<String> ids = new ArrayList<>();
    for (OperationModel operation : operations) {
      String wanted = operation.operationId().map(OperationIds::typeable).orElse("");
      String base = wanted.isEmpty() ? fromRoute(operation) : wanted;
      String id = base;
      for (int number = 2; !taken.add(id); number++) {
        id = base + "_" + number;
      }
      ids.add(id);
    }
    return ids;
  }

  /**
   * Whether agents can be expected to write a name without a mistake: up to 120 characters without
   * spaces or quotes.
   */
  public static boolean isTypeable(String id) {
    return TYPEABLE.matcher(id).matches();
  }

  private static String typeable(String id) {
    if (isTypeable(id)) {
      return id;
    }
    String replaced = id.strip().replaceAll("[^A-Za-z0-9_./:-]+", "_").replaceAll("^_+|_+$", "");
    return replaced.length() > 120 ? replaced.substring(0, 120) : replaced;
  }

  private static String fromRoute(OperationModel operation) {
    String path = JavaIdentifiers.typeName(operation.path(), "Root");
    return operation.method().toLowerCase(Locale.ROOT) + path;
  }
}

package dev.dragoman.openapigenerator;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.parser.core.extensions.SwaggerParserExtension;
import io.swagger.v3.parser.core.models.AuthorizationValue;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the place of a document that OpenAPI Generator's own readers return nothing for: without
 * one it would end before the generator, which reads the document itself, is asked. Other
 * generators are not affected.
 */
public final class UnreadDocument implements SwaggerParserExtension {
  private static final ThreadLocal<Boolean> EXPECTED = ThreadLocal.withInitial(() -> false);

  /** The next document that this thread reads is for Dragoman. */
  static void expect() {
    EXPECTED.set(true);
  }

  static void forget() {
    EXPECTED.remove();
  }

  @Override
  public @Nullable SwaggerParseResult readLocation(
      String url, List<AuthorizationValue> auth, ParseOptions options) {
    return EXPECTED.get() ? empty() : null;
  }

  @Override
  public @Nullable SwaggerParseResult readContents(
      String text, List<AuthorizationValue> auth, ParseOptions options) {
    return EXPECTED.get() ? empty() : null;
  }

  private static SwaggerParseResult empty() {
    SwaggerParseResult result = new SwaggerParseResult();
    result.setOpenAPI(
        new OpenAPI().info(new Info().title("unread").version("0")).paths(new Paths()));
    return result;
  }
}

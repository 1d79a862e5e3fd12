package dev.dragoman.example.polar.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The server's own classes need nothing but what the runtime exports. */
class ModulePathTest {
  private static final String MODULE = "dev.dragoman.example.polar";
  private static final Path CLASSES = Path.of("target/classes");
  private static final Pattern LIBRARIES =
      Pattern.compile("runtime|jackson|jetty|slf4j|nimbus|jspecify|re2j|httpc");
  private static final String LIST =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{\"_meta\":{"
          + "\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
          + "\"io.modelcontextprotocol/clientCapabilities\":{}}}}\n";

  @Test
  void theModuleRequiresTheRuntimeAlone() {
    ModuleDescriptor module = ModuleFinder.of(CLASSES).find(MODULE).orElseThrow().descriptor();
    assertThat(module.requires())
        .extracting(ModuleDescriptor.Requires::name)
        .containsExactlyInAnyOrder("java.base", "dev.dragoman.runtime");
  }

  @Test
  void itRunsOnTheModulePath() throws Exception {
    String path =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> LIBRARIES.matcher(entry.replaceFirst(".*/repository/", "")).find())
            .filter(entry -> !entry.contains("test-classes"))
            .collect(Collectors.joining(File.pathSeparator));
    Process server =
        new ProcessBuilder(
                List.of(
                    PolarProcess.JAVA,
                    "-p",
                    CLASSES + File.pathSeparator + path,
                    "-m",
                    MODULE + "/" + PolarMain.class.getName(),
                    "--stdio",
                    "--mock"))
            .redirectError(Redirect.INHERIT)
            .start();
    try (OutputStream in = server.getOutputStream()) {
      in.write(LIST.getBytes(StandardCharsets.UTF_8));
    }
    String answer = new String(server.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(answer).contains("\"name\":\"audit_performance\"", "\"outputSchema\"");
  }
}

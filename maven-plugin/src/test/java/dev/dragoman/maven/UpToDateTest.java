package dev.dragoman.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.GeneratorBuild;
import dev.dragoman.maven.settings.EnvironmentSettings;
import dev.dragoman.maven.settings.MatchSettings;
import dev.dragoman.maven.settings.OperationSettings;
import dev.dragoman.maven.settings.SecuritySchemeSettings;
import dev.dragoman.maven.settings.ToolSettings;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Another value of any parameter generates again, and a new parameter cannot be forgotten here. */
class UpToDateTest {
  private static final String NOTHING = "nothing has changed since the last run.";
  private static final String SPEC =
      """
      openapi: 3.0.3
      info: {title: Lamp API, version: "1"}
      servers: [{url: "https://lamp.example"}]
      components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}}
      paths:
        /lamps:
          get:
            operationId: listLamps
            tags: [lamps]
            security: [{key: []}]
            parameters: [{name: room, in: query, schema: {type: string}}]
            responses:
              "200":
                description: OK
                content:
                  application/json:
                    schema: {type: object, properties: {a: {type: string}, b: {type: string}}}
          post:
            operationId: addLamp
            deprecated: true
            responses: {"201": {description: OK}}
      """;
  private static final String OVERLAY =
      """
      overlay: 1.0.0
      info: {title: words, version: "1"}
      actions: [{target: $.info, update: {title: Desk Lamp API}}]
      """;

  /** Two values of one parameter; {@code @} stands for the folder. */
  private record Touch(String name, Map<String, String> before, Map<String, String> after) {
    @Override
    public String toString() {
      return name;
    }
  }

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    for (String name : List.of("lamp.yaml", "other.yaml", "one/a.yaml", "two/a.yaml")) {
      put(name, SPEC);
    }
    put("overlay.yaml", OVERLAY);
    put("one.config.yaml", "excludeDeprecated: true\n");
    put("two.config.yaml", "excludeDeprecated: false\n");
  }

  static Stream<Touch> touches() {
    String api = "<api><inputSpec>@/lamp.yaml</inputSpec>%s</api>";
    String scheme =
        "<securityScheme><name>k</name><type>apiKey</type><in>header</in>"
            + "<parameter>X-K</parameter></securityScheme>";
    String here = "<environment><name>live</name><url>https://lamp.example</url></environment>";
    String tagged = "<operation><match><tag>lamps</tag></match><access>write</access></operation>";
    String rule = "<operation><match><method>POST</method></match>%s</operation>";
    String tool = "<tool><operation>listLamps</operation>%s</tool>";
    return Stream.of(
        touch("inputSpec", "@/lamp.yaml", "@/other.yaml"),
        touch("specRoot", null, "@"),
        touch("strict", "false", "true"),
        touch("allowedHosts", null, "<allowedHost>h.example</allowedHost>"),
        touch("apiName", null, "Bulb"),
        touch("packageName", "com.example", "com.other"),
        touch("baseUrl", null, "https://other.example"),
        touch("configFile", "@/one.config.yaml", "@/two.config.yaml"),
        touch("overlays", null, "<overlay>@/overlay.yaml</overlay>"),
        touch("operations", null, rule.formatted("<access>read</access>")),
        nested("operations", "OperationSettings.match", tagged, tagged, "lamps", "bulbs"),
        nested("operations", "OperationSettings.access", "<access>read</access>", rule),
        nested("operations", "OperationSettings.authModes", "<authModes>user</authModes>", rule),
        nested("operations", "OperationSettings.scopes", "<scopes>lamps</scopes>", rule),
        nested("operations", "OperationSettings.name", "<name>putLamp</name>", rule),
        nested(
            "operations", "OperationSettings.paging", "<paging><kind>none</kind></paging>", rule),
        nested("operations", "OperationSettings.exclude", "<exclude>true</exclude>", rule),
        nested("operations", "OperationSettings.keywords", "<keywords>glow</keywords>", rule),
        touch("includes", null, "<include><tag>lamps</tag></include>"),
        match("operationId", "listLamps"),
        match("tag", "lamps"),
        match("path", "/lamps"),
        match("method", "GET"),
        match("access", "read"),
        touch("excludes", null, "<exclude><method>POST</method></exclude>"),
        touch("client", "false", "true"),
        touch("excludeDeprecated", "false", "true"),
        touch("authModes", null, "<key>partner</key>"),
        touch("securitySchemes", null, scheme),
        nested("securitySchemes", "SecuritySchemeSettings.name", scheme, scheme, ">k<", ">l<"),
        nested(
            "securitySchemes",
            "SecuritySchemeSettings.type",
            "<securityScheme><name>k</name><type>basic</type></securityScheme>",
            "<securityScheme><name>k</name><type>basic</type></securityScheme>",
            "basic",
            "bearer"),
        nested("securitySchemes", "SecuritySchemeSettings.in", scheme, scheme, "header", "query"),
        nested("securitySchemes", "SecuritySchemeSettings.parameter", scheme, scheme, "X-K", "X"),
        nested(
            "securitySchemes",
            "SecuritySchemeSettings.prefix",
            scheme.replace("</securityScheme>", "<prefix>Token</prefix></securityScheme>"),
            scheme.replace("</securityScheme>", "<prefix>Token</prefix></securityScheme>"),
            "Token",
            "Key"),
        touch("security", null, "<security>key</security>"),
        touch("organizationParameters", null, "<parameter>room</parameter>"),
        touch("environments", null, here),
        nested("environments", "EnvironmentSettings.name", here, here, "live", "main"),
        nested("environments", "EnvironmentSettings.url", here, here, "//lamp", "//bulb"),
        touch("toolMode", null, "operations"),
        touch("toolDescriptions", null, "summary"),
        touch("tools", null, tool.formatted("")),
        tool("operation", tool.formatted(""), "listLamps", "GET /lamps"),
        tool("name", tool.formatted("<name>lamps</name>"), ">lamps<", ">all_lamps<"),
        tool("title", tool.formatted("<title>Lamps</title>"), "Lamps</t", "Light</t"),
        tool("description", tool.formatted("<description>A</description>"), ">A<", ">B<"),
        tool("fixed", tool.formatted("<fixed><room>a</room></fixed>"), ">a<", ">b<"),
        tool("hide", tool.formatted("<hide><one>room</one></hide>"), "<one>room</one>", ""),
        tool("fields", tool.formatted("<fields><f>a</f></fields>"), ">a<", ">b<"),
        touch("semanticSearch", "false", "true"),
        touch("scripts", "false", "true"),
        touch("reportDirectory", "@/out/reports", "@/out/other"),
        new Touch(
            "inputDirectory", Map.of("inputDirectory", "@/one"), Map.of("inputDirectory", "@/two")),
        new Touch("apis", apis(api.formatted("")), apis(api.formatted("") + other())),
        new Touch("Api.inputSpec", apis(api.formatted("")), apis(other())),
        api("apiName", "Bulb"),
        api("packageName", "com.bulb"),
        api("baseUrl", "https://other.example"),
        api("lockFile", "@/none.lock"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("touches")
  void anotherValueGeneratesAgain(Touch touch) throws Exception {
    for (String goal : List.of("generate", "generate-tests")) {
      generatesOnce(goal, touch);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"@/out/a", "@/out/b"})
  void anotherFolderOfTheOutputGeneratesAgain(String place) throws Exception {
    generatesOnce("generate", touch("outputDirectory", "@/out/sources", place));
    generatesOnce("generate", touch("resourceDirectory", "@/out/resources", place));
    generatesOnce("generate-tests", touch("testOutputDirectory", "@/out/tests", place));
  }

  @Test
  void theLockAndWhatItMeansAreInputs() throws Exception {
    Goal.named("accept", "1").run(parameters("accept", Map.of("inputSpec", "@/lamp.yaml")));
    Files.copy(folder.resolve("lamp.yaml.lock"), folder.resolve("other.lock"));
    for (String goal : List.of("generate", "generate-tests")) {
      generatesOnce(goal, touch("lockFile", null, "@/other.lock"));
      generatesOnce(goal, touch("locked", "false", "true"));
    }
  }

  @Test
  void skippedNothingHappensAndForcedItAlwaysDoes() throws Exception {
    Map<String, String> plain = Map.of("inputSpec", "@/lamp.yaml");
    assertThat(generated("generate", "1", plain)).isTrue();
    Map<String, String> skipped = Map.of("inputSpec", "@/missing.yaml", "skip", "true");
    assertThat(Goal.named("generate", "1").run(parameters("generate", skipped)))
        .contains("Skipped");
    assertThat(generated("generate", "1", plain)).isFalse();
    Map<String, String> forced = Map.of("inputSpec", "@/lamp.yaml", "force", "true");
    assertThat(generated("generate", "1", forced)).isTrue();
    assertThat(generated("generate", "1", forced)).isTrue();
    assertThat(generated("generate", "1", plain)).as("nothing else has changed").isFalse();
  }

  @Test
  void anotherVersionOfThePluginGeneratesAgain() throws Exception {
    Map<String, String> plain = Map.of("inputSpec", "@/lamp.yaml");
    for (String goal : List.of("generate", "generate-tests")) {
      assertThat(generated(goal, "1", plain)).isTrue();
      assertThat(generated(goal, "2-SNAPSHOT", plain)).isTrue();
      assertThat(generated(goal, "2-SNAPSHOT", plain)).isFalse();
    }
    Path state = folder.resolve("out/reports/default/generate/state.txt");
    assertThat(state).isRegularFile();
    assertThat(GeneratorBuild.fingerprint("2-SNAPSHOT"))
        .isEqualTo("2-SNAPSHOT@" + GeneratorBuild.identity());
  }

  @Test
  void filesThatParametersNameAreInputs() throws Exception {
    Map<String, String> both =
        Map.of(
            "inputSpec", "@/lamp.yaml",
            "configFile", "@/one.config.yaml",
            "overlays", "<overlay>@/overlay.yaml</overlay>");
    assertThat(generated("generate", "1", both)).isTrue();
    assertThat(generated("generate", "1", both)).isFalse();
    put("one.config.yaml", "excludeDeprecated: false\n");
    assertThat(generated("generate", "1", both)).isTrue();
    put("overlay.yaml", OVERLAY.replace("Desk", "Wall"));
    assertThat(generated("generate", "1", both)).isTrue();
    put("two.config.yaml", "excludeDeprecated: true\n");
    put("other.yaml", SPEC + "# nobody asks for it\n");
    assertThat(generated("generate", "1", both)).isFalse();
  }

  @Test
  void noParameterIsForgotten() throws IOException {
    List<String> known = new ArrayList<>(touches().map(Touch::name).toList());
    known.removeIf(name -> name.contains("."));
    known.addAll(List.of("lockFile", "locked", "skip"));
    List<String> ofTests = new ArrayList<>(known);
    ofTests.add("testOutputDirectory");
    assertThat(Goal.named("generate-tests", "1").parameters())
        .containsExactlyInAnyOrderElementsOf(ofTests);
    known.addAll(List.of("outputDirectory", "resourceDirectory", "force"));
    // The main class of all APIs is compared with what is there in every run.
    known.add("combinedName");
    assertThat(Goal.named("generate", "1").parameters()).containsExactlyInAnyOrderElementsOf(known);
  }

  @Test
  void noMemberOfAParameterIsForgotten() {
    List<String> members = new ArrayList<>();
    for (Class<?> type :
        List.of(
            Api.class,
            EnvironmentSettings.class,
            MatchSettings.class,
            OperationSettings.class,
            SecuritySchemeSettings.class,
            ToolSettings.class)) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          members.add(type.getSimpleName() + "." + field.getName());
        }
      }
    }
    assertThat(touches().map(Touch::name).filter(name -> name.contains(".")))
        .containsExactlyInAnyOrderElementsOf(members);
  }

  private void generatesOnce(String goal, Touch touch) throws Exception {
    generated(goal, "1", touch.before());
    assertThat(generated(goal, "1", touch.before())).as("before").isFalse();
    assertThat(generated(goal, "1", touch.after())).as("touched").isTrue();
    boolean refused = touch.name().equals("semanticSearch") && goal.equals("generate");
    assertThat(generated(goal, "1", touch.after())).as("settled").isEqualTo(refused);
  }

  /** Whether a run did something; to refuse for want of an encoder is something. */
  private boolean generated(String goal, String version, Map<String, String> values)
      throws Exception {
    try {
      return Goal.named(goal, version)
          .run(parameters(goal, values))
          .lines()
          .anyMatch(line -> !line.endsWith(NOTHING));
    } catch (MojoFailureException e) {
      assertThat(e).hasMessageContaining("DRG-PLAN-004");
      return true;
    }
  }

  private Map<String, String> parameters(String goal, Map<String, String> values) {
    Map<String, String> all =
        new LinkedHashMap<>(
            Map.of(
                "packageName", "com.example",
                "locked", "false",
                "reportDirectory", "@/out/reports"));
    if (goal.equals("generate")) {
      all.put("outputDirectory", "@/out/sources");
      all.put("resourceDirectory", "@/out/resources");
    } else if (goal.equals("generate-tests")) {
      all.put("testOutputDirectory", "@/out/tests");
    }
    all.putAll(values);
    all.replaceAll((name, value) -> value.replace("@", folder.toString()));
    return all;
  }

  private void put(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Of a run with one document; null stands for a parameter that is not given. */
  private static Touch touch(String name, String before, String after) {
    return new Touch(name, with(name, before), with(name, after));
  }

  private static Map<String, String> with(String name, String value) {
    Map<String, String> values = new LinkedHashMap<>(Map.of("inputSpec", "@/lamp.yaml"));
    if (value != null) {
      values.put(name, value);
    }
    return values;
  }

  /** A member added to a rule. */
  private static Touch nested(String parameter, String name, String member, String rule) {
    return new Touch(
        name,
        with(parameter, rule.formatted("<access>write</access>")),
        with(
            parameter,
            rule.formatted(
                member.contains("access") ? member : "<access>write</access>" + member)));
  }

  /** A member with another value. */
  private static Touch nested(
      String parameter, String name, String before, String shape, String text, String other) {
    return new Touch(name, with(parameter, before), with(parameter, shape.replace(text, other)));
  }

  private static Touch tool(String member, String tool, String text, String other) {
    return nested("tools", "ToolSettings." + member, tool, tool, text, other);
  }

  private static Touch match(String member, String value) {
    String include = "<include><%s>%s</%s></include>";
    return new Touch(
        "MatchSettings." + member,
        with("includes", "<include><path>/**</path></include>"),
        with("includes", include.formatted(member, value, member)));
  }

  private static Touch api(String member, String value) {
    String api = "<api><inputSpec>@/lamp.yaml</inputSpec>%s</api>";
    String given = "<%s>%s</%s>".formatted(member, value, member);
    return new Touch("Api." + member, apis(api.formatted("")), apis(api.formatted(given)));
  }

  private static Map<String, String> apis(String text) {
    return Map.of("apis", text);
  }

  private static String other() {
    return "<api><inputSpec>@/other.yaml</inputSpec></api>";
  }
}

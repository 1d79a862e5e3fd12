package dev.dragoman.runtime.app.flag;

import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.SecurityScheme;
import dev.dragoman.runtime.ServerDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Variables whose credentials are in files: {@code ACME_API_KEY_FILE} names a file that contains
 * what {@code ACME_API_KEY} would. Container platforms and systemd hand over credentials this way.
 * The files are read once.
 *
 * @param environment the variables, with the credentials from files
 * @param problems what is wrong with files; paths are not shown, because one may be a pasted key
 */
public record SecretFiles(Map<String, String> environment, List<String> problems) {
  /** The variable with the password of the client's key, without prefix. */
  public static final String KEY_PASSWORD = "client-key-password";

  private static final String SUFFIX = "_FILE";

  /** Bytes; far more than any key has. */
  private static final int LIMIT = 65_536;

  public SecretFiles {
    environment = Map.copyOf(environment);
    problems = List.copyOf(problems);
  }

  public static SecretFiles read(Map<String, String> environment, ServerDefinition definition) {
    Map<String, String> all = new HashMap<>(environment);
    List<String> problems = new ArrayList<>();
    Set<String> secrets = variables(definition);
    for (String variable : secrets) {
      String file = environment.get(variable + SUFFIX);
      // A security scheme may be called "api file".
      if (file == null || file.isBlank() || secrets.contains(variable + SUFFIX)) {
        continue;
      }
      if (environment.containsKey(variable) && !environment.get(variable).isBlank()) {
        problems.add(variable + " and " + variable + SUFFIX + " are both set; keep one of them.");
        continue;
      }
      try {
        all.put(variable, content(file.strip()));
      } catch (IOException e) {
        problems.add(variable + SUFFIX + " " + e.getMessage() + ".");
      }
    }
    return new SecretFiles(all, problems);
  }

  /** The variables that contain credentials. */
  private static Set<String> variables(ServerDefinition definition) {
    AccessNames names = AccessNames.of(definition.vendor());
    Stream<String> words =
        Stream.of(
            StateKeys.WORD,
            KEY_PASSWORD,
            Flag.PROXY.word(),
            "upstream-credential",
            "token-client-id",
            "token-client-secret",
            Flag.OAUTH_CLIENT_ID.word(),
            Flag.OAUTH_CLIENT_SECRET.word());
    Stream<String> schemes =
        definition.securitySchemes().stream()
            .map(SecurityScheme::name)
            .map(names::credentialVariable);
    return Stream.of(Stream.of(names.apiKeyVariable()), words.map(names::variable), schemes)
        .flatMap(variables -> variables)
        .collect(Collectors.toSet());
  }

  private static String content(String file) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      bytes = in.readNBytes(LIMIT + 1);
    } catch (IOException | InvalidPathException e) {
      throw new IOException("must name a file that the server can read", e);
    }
    if (bytes.length > LIMIT) {
      throw new IOException("must name a file of at most " + LIMIT + " bytes");
    }
    try {
      // Editors on Windows begin a file with a byte order mark, which no key contains.
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes))
              .toString()
              .replaceFirst("^\uFEFF", "")
              .strip();
      if (text.isEmpty()) {
        throw new IOException("must name a file that is not empty");
      }
      return text;
    } catch (CharacterCodingException e) {
      throw new IOException("must name a text file in UTF-8", e);
    }
  }
}

package dev.dragoman.runtime.app;

import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.Secret;
import dev.dragoman.runtime.app.flag.CommandLine;
import dev.dragoman.runtime.app.flag.Flag;
import dev.dragoman.runtime.app.flag.SecretFiles;
import dev.dragoman.runtime.execute.client.ConnectionOptions;
import dev.dragoman.runtime.execute.client.proxy.Proxies;
import dev.dragoman.runtime.execute.client.proxy.ProxyVariables;
import dev.dragoman.runtime.execute.client.tls.ClientCertificate;
import dev.dragoman.runtime.execute.client.tls.FileSetting;
import dev.dragoman.runtime.execute.client.tls.Password;
import dev.dragoman.runtime.execute.client.tls.TlsFiles;
import dev.dragoman.runtime.execute.client.tls.TlsOptions;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the flags about connections, and the files that they name. */
final class ConnectionFlags {
  private final CommandLine line;
  private final TlsFiles files;
  private final ProxyVariables variables;
  private final Password password;

  private ConnectionFlags(CommandLine line, Map<String, String> environment, Password password) {
    this.line = line;
    this.variables = new ProxyVariables(environment, line::problem);
    this.files = new TlsFiles(Clock.systemUTC(), line::problem);
    this.password = password;
  }

  /** The options; valid only if the line has no problems afterwards. */
  static ConnectionOptions read(
      CommandLine line, Map<String, String> environment, AccessNames names) {
    String variable = names.variable(SecretFiles.KEY_PASSWORD);
    Optional<Secret> secret =
        Optional.ofNullable(environment.get(variable))
            .filter(value -> !value.isBlank())
            .map(Secret::of);
    return new ConnectionFlags(line, environment, new Password(variable, secret)).options();
  }

  private ConnectionOptions options() {
    List<X509Certificate> authorities =
        file(Flag.CA_FILE).map(files::authorities).orElse(List.of());
    Optional<ClientCertificate> certificate = certificate();
    return new ConnectionOptions(
        authorities.isEmpty() && certificate.isEmpty()
            ? TlsOptions.JVM
            : new TlsOptions(authorities, certificate),
        proxies());
  }

  private Proxies proxies() {
    CommandLine.Given given = line.value(Flag.PROXY);
    return switch (given.value()) {
      case "" -> variables.read();
      case "off" -> Proxies.NONE;
      default -> {
        if (line.hasFlag(Flag.PROXY) && given.value().indexOf('@') >= 0) {
          line.problem(
              given.source()
                  + " must not contain a password, because arguments are visible to all users of the"
                  + " machine; use its variable instead.");
        }
        yield variables.one(given.source(), given.value());
      }
    };
  }

  private Optional<ClientCertificate> certificate() {
    Optional<FileSetting> certificate = file(Flag.CLIENT_CERTIFICATE);
    Optional<FileSetting> key = file(Flag.CLIENT_KEY);
    if (certificate.isEmpty()) {
      String required = " requires " + Flag.CLIENT_CERTIFICATE.dashed() + ".";
      key.ifPresent(given -> line.problem(given.source() + required));
      if (password.secret().isPresent()) {
        line.problem(password.source() + required);
      }
    }
    return certificate.flatMap(file -> files.certificate(file, key, password));
  }

  private Optional<FileSetting> file(Flag flag) {
    CommandLine.Given given = line.value(flag);
    return Optional.of(given.value())
        .filter(value -> !value.isEmpty())
        .map(value -> new FileSetting(given.source(), value));
  }
}

package dev.dragoman.runtime.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.server.http.Network;
import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestPathTest {

  /** Insignificant differences go, everything that distinguishes resources stays. */
  @ParameterizedTest
  @CsvSource({
    "/mcp, /mcp",
    "/, /",
    "//, /",
    "'', ''",
    "/mcp/, /mcp",
    "/mcp///, /mcp",
    "//mcp//x//, /mcp/x",
    "/%6D%63p, /mcp",
    "/%6d%43P, /mCP",
    "/a%2Db%2E%5F%7e, /a-b._~",
    "/%30%39, /09",
    "/%2Fmcp, /%2Fmcp",
    "/mcp%2f, /mcp%2f",
    "/%41%5A%61%7A, /AZaz",
    "/%40%5B%60%7B, /%40%5B%60%7B",
    "/%2F%3A, /%2F%3A",
    "/%256D, /%256D",
    "/%, /%",
    "/%6, /%6",
    "/%zz, /%zz",
    "/MCP, /MCP",
    "/a/../mcp, /a/../mcp",
    "/%2E%2E/mcp, /../mcp",
    "/mcp;v=1, /mcp;v=1",
    "/%C3%A9, /%C3%A9"
  })
  void normalForm(String path, String normal) {
    assertThat(RequestPath.normal(path)).isEqualTo(normal);
    assertThat(RequestPath.normal(normal)).as("stays normal").isEqualTo(normal);
  }

  /** A client can choose among the addresses of an IPv6 /64 network at will. */
  @ParameterizedTest
  @CsvSource({
    "10.0.0.1, 10.0.0.1, true",
    "10.0.0.1, 10.0.0.2, false",
    "2001:db8:1:2::1, 2001:db8:1:2:ffff:ffff:ffff:ffff, true",
    "2001:db8:1:2::1, 2001:db8:1:3::1, false",
    "2001:db8::, 2001:db8:0:0:1::, true",
    "::ffff:10.0.0.1, 10.0.0.1, true"
  })
  void networks(String one, String other, boolean same) throws Exception {
    assertThat(
            Network.of(InetAddress.getByName(one)).equals(Network.of(InetAddress.getByName(other))))
        .isEqualTo(same);
  }
}

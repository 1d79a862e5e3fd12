package dev.dragoman.generator.spec.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalHostsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "169.254.169.254",
        "169.254.0.1",
        "169.254.169.254.",
        "2852039166",
        "0xA9FEA9FE",
        "0xa9.0xfe.0251.254",
        "169.16689662",
        "[fe80::1]",
        "[fe80::1%25eth0]",
        "[::ffff:169.254.169.254]",
        "[::169.254.169.254]",
        "[fd00:ec2::254]",
        "100.100.100.200",
        "metadata.google.internal",
        "METADATA.google.internal."
      })
  void knowsLinkLocalAndMetadataHosts(String host) {
    assertThat(LocalHosts.isOne(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api.example.com",
        "localhost",
        "127.0.0.1",
        "10.0.0.1",
        "[::1]",
        "169.255.1.1",
        "169.254.example.com",
        "metadata.example.com",
        "1.2.3.4.5",
        "256.1.1.1",
        "99999999999"
      })
  void leavesOthersAlone(String host) {
    assertThat(LocalHosts.isOne(host)).isFalse();
  }
}

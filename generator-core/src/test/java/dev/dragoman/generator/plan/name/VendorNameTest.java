package dev.dragoman.generator.plan.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VendorNameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GitHub's official OpenAPI spec + Octokit extension | GitHub",
        "Netlify\u2019s API documentation | Netlify",
        "The world's weather API | world",
        "The Jira Cloud platform REST API | Jira-Cloud-platform",
        "Swagger Petstore - OpenAPI 3.0 | Swagger-Petstore",
        "Discourse API Documentation | Discourse",
        "Public HTTP API Reference v2 | Acme",
        "Twilio - Messaging | Twilio-Messaging",
        "Rock 'n' Roll API | Rock-n-Roll",
        "O'Reilly Books API | OReilly-Books",
        "API | Acme",
        "\u5929\u6c17 | Acme"
      })
  void aTitleBecomesAWord(String title, String word) {
    assertThat(VendorName.of(title, "api.acme.example")).isEqualTo(word);
  }

  @ParameterizedTest
  @CsvSource({
    "api.acme.com, Acme",
    "acme.io, Acme",
    "API.Acme.CO.UK, Acme",
    "eu-1.api.acme-tools.com, Acme-tools",
    "www.example.com, Vendor",
    "localhost, Vendor",
    "127.0.0.1, Vendor",
    "[::1], Vendor",
    "'', Vendor",
    "api.\u5929.jp, Vendor"
  })
  void aTitleWithoutWordsLeavesTheHost(String host, String word) {
    assertThat(VendorName.of("\u5929\u6c17 API", host)).isEqualTo(word);
  }
}

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
        "Public HTTP API Reference v2 | Vendor",
        "Twilio - Messaging | Twilio-Messaging",
        "Rock 'n' Roll API | Rock-n-Roll",
        "O'Reilly Books API | OReilly-Books",
        "API | Vendor",
        "\u5929\u6c17 | Vendor"
      })
  void aTitleBecomesAWord(String title, String word) {
    assertThat(VendorName.of(title)).isEqualTo(word);
  }
}

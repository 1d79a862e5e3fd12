package dev.dragoman.runtime.execute.shape.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The text of pages and XML documents that report an error, well-formed or not. */
class MarkupTest {

  /** In the text, a bar between slashes is the end of a line. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          <html><title>502</title><body>Bad <b>Gateway</b></body></html>  | 502/Bad Gateway
          <html><p>a<br>b<hr/>c</p><p>d                                   | a/b/c/d
          <HTML><SCRIPT>var a = "<p>x</p>";</SCRIPT>seen                  | seen
          <html><style>p {}</style >seen<svg><text>x</text></svg>         | seen
          <html><script/>seen                                             | seen
          <html><script>never ends                                        | ``
          <html>İİİİ<script>hidden</script>seen                           | İİİİ/seen
          <html><!-- <p>x</p> -->seen<!-- never ends                      | seen
          <html>a  \\t b &nbsp; c                                         | a b c
          <html>&lt;a&gt; &amp;amp; &quot;x&quot; &apos;y&apos;           | <a> &amp; "x" 'y'
          <html>&#65;&#x42;&#X43;&#x1F600;                                | ABC😀
          <html>&unknown; &#x; &#x110000; &#99999999; & &;                | &unknown; &#x; &#x110000; &#99999999; & &;
          <html>&#xD83D;                                                  | &#xD83D;
          <error><code>E1</code><m:message>No card</m:message></error>    | code: E1/message: No card
          <?xml version="1.0"?><!DOCTYPE e><e a="1">x</e>                 | e: x
          <e><![CDATA[a < b]]></e>                                        | e: a < b
          <e><![CDATA[never ends                                          | e: never ends
          <e><a/>tail</e>                                                 | a: tail
          <e></e>                                                         | ``
          <e                                                              | ``
          <html>a<                                                        | a
          """)
  void text(String source, String expected) {
    assertThat(Markup.text(source.replace("\\t", "\t"), 1_000).replace('\n', '/'))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          <html>            | true
          <!doctype html>   | true
          ` <?xml?>`        | true
          <!-- x -->        | true
          <soap:Envelope >  | true
          <a/>              | true
          <a>               | true
          <3 you            | false
          < b               | false
          a <b>             | false
          <                 | false
          ``                | false
          {"a":"<b>"}       | false
          """)
  void isMarkup(String text, boolean markup) {
    assertThat(Markup.isMarkup(text)).isEqualTo(markup);
  }

  @Test
  void aLongDocumentIsReadAsFarAsNeeded() {
    String page = "<html>" + "<p>word</p>".repeat(10_000);
    assertThat(Markup.text(page, 100)).hasSizeBetween(90, 110).startsWith("word\nword");
  }
}

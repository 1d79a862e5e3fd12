package dev.dragoman.runtime.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

/** What the text of an XML body says of its encoding is true on the wire (RFC 7303, section 3). */
class XmlDeclarationTest {
  private static RequestBody body(String mediaType, String text) {
    return ApiRequest.builder("POST", "/x")
        .body(mediaType, JsonNodeFactory.instance.stringNode(text))
        .build()
        .body()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          <?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>    | UTF-8      | <?xml version="1.0" encoding="UTF-8"?><a>é</a>
          <?xml version='1.0' encoding='latin1' ?><a>é</a>       | UTF-8      | <?xml version='1.0' encoding='UTF-8' ?><a>é</a>
          <?xml version = "1.1" encoding = "utf-16"?><a/>        | UTF-8      | <?xml version = "1.1" encoding = "UTF-8"?><a/>
          <?xml version="1.0" encoding="no-such"?><a/>           | UTF-8      | <?xml version="1.0" encoding="UTF-8"?><a/>
          <?xml version="1.0" encoding=""?><a/>                  | UTF-8      | <?xml version="1.0" encoding="UTF-8"?><a/>
          <?xml version="1.0" encoding="ISO-2022-CN"?><a/>       | UTF-8      | <?xml version="1.0" encoding="UTF-8"?><a/>
          <?xml version="1.0" encoding="us-ascii"?><a>é</a>      | UTF-8      | <?xml version="1.0" encoding="UTF-8"?><a>é</a>
          <?xml version="1.0" encoding="utf-8"?><a>é😀</a>       | UTF-8      | <?xml version="1.0" encoding="utf-8"?><a>é😀</a>
          <?xml version="1.0" encoding="ISO-8859-1"?><a>e</a>    | UTF-8      | <?xml version="1.0" encoding="ISO-8859-1"?><a>e</a>
          <?xml version="1.0" standalone="yes"?><a>é</a>         | UTF-8      | <?xml version="1.0" standalone="yes"?><a>é</a>
          <?xml version="1.0"?><a encoding="latin1">é</a>        | UTF-8      | <?xml version="1.0"?><a encoding="latin1">é</a>
          <a b='<?xml version="1.0" encoding="latin1"?>'>é</a>   | UTF-8      | <a b='<?xml version="1.0" encoding="latin1"?>'>é</a>
          <?xml version="1.0" encoding="UTF-8"?><a>é</a>         | ISO-8859-1 | <?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>
          <?xml version="1.0" encoding="UTF-8"?><a/>             | UTF-16     | <?xml version="1.0" encoding="UTF-16"?><a/>
          <a>é</a>                                               | UTF-16     | <a>é</a>
          """)
  void theDeclarationNamesTheCharacterSetOfTheBytes(String given, String charset, String sent) {
    RequestBody body =
        body(
            charset.equals("UTF-8") ? "application/xml" : "application/xml; charset=" + charset,
            given);

    assertThat(new String(body.bytes(), Charset.forName(charset))).isEqualTo(sent);
  }

  /** A parser that knows nothing but the bytes reads the characters that were given. */
  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "UTF-16", "UTF-16LE", "windows-1252", "utf-8", "IBM037"})
  void aParserReadsWhatWasWritten(String declared) throws Exception {
    String text = "<?xml version=\"1.0\" encoding=\"" + declared + "\"?>\n<a>Grüße, 😀 — £</a>";

    RequestBody body = body("application/soap+xml", text);

    assertThat(
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(body.bytes()))
                .getDocumentElement()
                .getTextContent())
        .isEqualTo("Grüße, 😀 — £");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "text/html"})
  void otherTextIsSentAsItIs(String mediaType) {
    String text = "<?xml version=\"1.0\" encoding=\"latin1\"?><a>é</a>";

    assertThat(new String(body(mediaType, text).bytes(), UTF_8)).isEqualTo(text);
  }

  /** Marks of byte order are no characters of the document (XML 1.0, section 4.3.3). */
  @Test
  void aByteOrderMarkMayPrecedeTheDeclaration() {
    String text = "\uFEFF<?xml version=\"1.0\" encoding=\"UTF-16\"?><a/>";

    assertThat(new String(body("text/xml", text).bytes(), UTF_8))
        .isEqualTo("\uFEFF<?xml version=\"1.0\" encoding=\"UTF-8\"?><a/>");
  }
}

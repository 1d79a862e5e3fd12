package dev.dragoman.runtime.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.limit.WorkLimit;
import dev.dragoman.runtime.request.ArgumentProblem;
import dev.dragoman.runtime.validate.schema.Schema;
import dev.dragoman.runtime.validate.schema.SchemaCache;
import dev.dragoman.runtime.validate.schema.Structures;
import dev.dragoman.runtime.validate.xml.XmlWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How values are written as XML (OpenAPI 3.2, section 4.26). Apostrophes are quotation marks. */
class XmlBodyTest {
  private static final Map<String, String> NAMED =
      Map.of(
          "#/components/schemas/Lamp", "{'type':'object','properties':{'id':{'type':'integer'}}}");

  private final List<String> problems = new ArrayList<>();

  private String written(String schema, String value) {
    SchemaCache schemas =
        new SchemaCache(reference -> Optional.ofNullable(NAMED.get(reference)).map(this::json));
    OperationValidator validator =
        new OperationValidator(
            (ObjectNode) json("{'body':{'content':{'application/xml':{'schema':" + schema + "}}}}"),
            schemas.reader("test"));
    JsonNode body = json(value);
    BodyMedia media = validator.media(Optional.empty(), body).orElseThrow();
    List<ArgumentProblem> found = new ArrayList<>();
    JsonNode written = validator.writtenBody(media, body, found);
    found.forEach(problem -> problems.add(problem.toString()));
    return written.asString().replace('"', '\'');
  }

  private JsonNode json(String text) {
    return Json.of(text.replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                           | {'a':1}           | <root><a>1</a></root>
          {}                                           | {}                | <root/>
          {}                                           | [1,'b',true]      | <root><root>1</root><root>b</root><root>true</root></root>
          {}                                           | '<a/>'            | <a/>
          {}                                           | 'plain'           | plain
          {'xml':{'name':'lamp'}}                      | 'plain'           | <lamp>plain</lamp>
          {'xml':{'name':'lamp'}}                      | 'x <a/>'          | <lamp>x &lt;a/&gt;</lamp>
          {'xml':{'name':'lamp'}}                      | 'a < b'           | <lamp>a &lt; b</lamp>
          {'xml':{'name':'lamp'}}                      | '\\t<a/>'         | `\t<a/>`
          {'xml':{'name':'lamp'}}                      | '\\ufeff<a/>'     | \ufeff<a/>
          {'xml':{'name':'lamp'}}                      | ''                | <lamp/>
          {'xml':{'name':'lamp'}}                      | 5                 | <lamp>5</lamp>
          {'xml':{'name':'lamp'}}                      | false             | <lamp>false</lamp>
          {}                                           | 5                 | 5
          {}                                           | 'a < b'           | a < b
          {'xml':{'name':'p','prefix':'n','namespace':'urn:n'},'properties':{'a':{'xml':{'attribute':true,'prefix':'n','namespace':'urn:n'}}}} | {'a':1} | <n:p xmlns:n='urn:n' n:a='1'/>
          {'properties':{'a':{'xml':{'attribute':true,'prefix':'n','namespace':'urn:n'}},'b':{'xml':{'attribute':true,'prefix':'n','namespace':'urn:n'}}}} | {'a':1,'b':2} | <root xmlns:n='urn:n' n:a='1' n:b='2'/>
          {'properties':{'a':{'xml':{'attribute':true,'prefix':'n','namespace':'urn:n'}},'b':{'xml':{'prefix':'n','namespace':'urn:n'}}}} | {'a':1,'b':2} | <root xmlns:n='urn:n' n:a='1'><n:b xmlns:n='urn:n'>2</n:b></root>
          {'xml':{'name':'p','namespace':'urn:p'},'properties':{'a':{'xml':{'attribute':true,'namespace':'urn:q'}}}} | {'a':1} | <p xmlns='urn:p' a='1'/>
          {'xml':{'name':'list','prefix':'n','namespace':'urn:n','wrapped':true}} | [1] | <n:list xmlns:n='urn:n'><list>1</list></n:list>
          {'$ref':'#/components/schemas/Lamp'}         | {'id':1}          | <Lamp><id>1</id></Lamp>
          {'allOf':[{'xml':{'name':'lamp'}}]}          | {'id':1}          | <lamp><id>1</id></lamp>
          {'xml':{'name':'not a name'}}                | {'id':1}          | <root><id>1</id></root>
          {'xml':{'name':''}}                          | {'id':1}          | <root><id>1</id></root>
          {'xml':{'name':'lamp','namespace':'urn:l'}}  | {'a':1}           | <lamp xmlns='urn:l'><a>1</a></lamp>
          {'xml':{'name':'lamp','namespace':'urn:l','prefix':'l'}} | {'a':1} | <l:lamp xmlns:l='urn:l'><a>1</a></l:lamp>
          {'xml':{'name':'lamp','prefix':'l'}}         | {'a':1}           | <l:lamp><a>1</a></l:lamp>
          {'xml':{'name':'lamp','namespace':'a&b<'}}   | {}                | <lamp xmlns='a&amp;b&lt;'/>
          {'xml':{'name':'list'},'items':{'xml':{'name':'item'}}} | [1,2]  | <list><item>1</item><item>2</item></list>
          {'items':{'xml':{'name':'item'}}}            | []                | <root></root>
          {'items':{'properties':{'a':{'xml':{'attribute':true}}}}} | [{'a':1}] | <root><root a='1'/></root>
          {}                                           | {'a':[[1,2],[3]]} | <root><a><a>1</a><a>2</a></a><a><a>3</a></a></root>
          {}                                           | {'a':{'b':{'c':''}}} | <root><a><b><c/></b></a></root>
          {}                                           | {'a':1.50,'b':1e3,'c':false} | <root><a>1.50</a><b>1000</b><c>false</c></root>
          """)
  void documents(String schema, String value, String xml) {
    assertThat(written(schema, value)).isEqualTo(xml);
    assertThat(problems).isEmpty();
  }

  /** What a member of an object is written as, by its XML Object. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                            | 1         | <r><m>1</m></r>
          {}                                            | null      | <r><m xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:nil='true'/></r>
          {}                                            | 'a<&>b'   | <r><m>a&lt;&amp;&gt;b</m></r>
          {}                                            | '\\r\\n'  | <r><m>&#13;%n</m></r>
          {}                                            | [1,2]     | <r><m>1</m><m>2</m></r>
          {}                                            | []        | <r/>
          {'xml':{'name':'n'}}                          | 1         | <r><n>1</n></r>
          {'xml':{'name':'n','prefix':'p','namespace':'urn:p'}} | 1 | <r><p:n xmlns:p='urn:p'>1</p:n></r>
          {'xml':{'attribute':true}}                    | 1         | <r m='1'/>
          {'xml':{'attribute':true,'name':'n'}}         | 1         | <r n='1'/>
          {'xml':{'attribute':true,'prefix':'p','namespace':'urn:p'}} | 1 | <r xmlns:p='urn:p' p:m='1'/>
          {'xml':{'attribute':true,'namespace':'urn:p'}} | 1        | <r m='1'/>
          {'xml':{'attribute':true}}                    | null      | <r/>
          {'xml':{'attribute':true}}                    | '<\\t\\n' | <r m='&lt;&#9;&#10;'/>
          {'xml':{'attribute':false}}                   | 1         | <r><m>1</m></r>
          {'xml':{'nodeType':'attribute'}}              | 1         | <r m='1'/>
          {'xml':{'nodeType':'element','attribute':true}} | 1       | <r><m>1</m></r>
          {'xml':{'nodeType':'text'}}                   | 'a<b'     | <r>a&lt;b</r>
          {'xml':{'nodeType':'text'}}                   | null      | <r/>
          {'xml':{'nodeType':'cdata'}}                  | 'a<b'     | <r><![CDATA[a<b]]></r>
          {'xml':{'nodeType':'cdata'}}                  | 'a]]>b'   | <r><![CDATA[a]]]]><![CDATA[>b]]></r>
          {'xml':{'nodeType':'cdata'}}                  | null      | <r/>
          {'xml':{'nodeType':'none'}}                   | 1         | <r>1</r>
          {'xml':{'nodeType':'none'}}                   | null      | <r/>
          {'xml':{'nodeType':'none'}}                   | {'a':1}   | <r><a>1</a></r>
          {'xml':{'nodeType':'none'},'properties':{'a':{'xml':{'attribute':true}}}} | {'a':1} | <r a='1'/>
          {'xml':{'nodeType':'none'},'items':{'xml':{'name':'n'}}} | [1,2] | <r><n>1</n><n>2</n></r>
          {'xml':{'wrapped':true}}                      | [1,2]     | <r><m><m>1</m><m>2</m></m></r>
          {'xml':{'wrapped':true,'name':'n'}}           | [1]       | <r><n><n>1</n></n></r>
          {'xml':{'wrapped':true},'items':{'xml':{'name':'n'}}} | [1] | <r><m><n>1</n></m></r>
          {'xml':{'wrapped':true}}                      | []        | <r><m></m></r>
          {'xml':{'nodeType':'element'}}                | [1]       | <r><m><m>1</m></m></r>
          {'xml':{'nodeType':'element'},'items':{'xml':{'nodeType':'element','name':'n'}}} | [1] | <r><m><n>1</n></m></r>
          {'items':{'xml':{'name':'n'}}}                | [1,2]     | <r><n>1</n><n>2</n></r>
          {'items':{'xml':{'nodeType':'text'}}}         | ['a','b'] | <r>ab</r>
          {'items':{'xml':{'nodeType':'cdata'}}}        | ['a','b'] | <r><![CDATA[a]]><![CDATA[b]]></r>
          {'allOf':[{'xml':{'name':'n'}},{'xml':{'name':'o','attribute':true}}]} | 1 | <r n='1'/>
          """)
  void members(String schema, String value, String xml) {
    String object = "{'xml':{'name':'r'},'properties':{'m':" + schema + "}}";
    assertThat(written(object, "{'m':" + value + "}")).isEqualTo(xml.replace("%n", "\n"));
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                           | {'a b':1}     | body/a b: "a b" is not a valid name for an XML element or attribute
          {}                           | {'1a':1}      | body/1a: "1a" is not a valid name for an XML element or attribute
          {}                           | {'a:b':1}     | body/a:b: "a:b" is not a valid name for an XML element or attribute
          {}                           | {'a':['b','\\u0001']} | body/a[1]: contains a character that is not allowed in XML
          {}                           | {'a':'\\ud800'}       | body/a: contains a character that is not allowed in XML
          {}                           | {'a':'\\ufffe'}       | body/a: contains a character that is not allowed in XML
          {'xml':{'attribute':true}}   | {'m':{'a':1}} | body/m: an array or object cannot be written as XML text or in an attribute
          {'xml':{'attribute':true}}   | {'m':[1]}     | body/m: an array or object cannot be written as XML text or in an attribute
          {'xml':{'nodeType':'text'}}  | {'m':[1]}     | body/m: an array or object cannot be written as XML text or in an attribute
          {'xml':{'nodeType':'cdata'}} | {'m':{}}      | body/m: an array or object cannot be written as XML text or in an attribute
          {'items':{'xml':{'nodeType':'text'}}} | {'m':['a',[1]]} | body/m[1]: an array or object cannot be written as XML text or in an attribute
          """)
  void whatXmlCannotContain(String schema, String value, String problem) {
    String unused = written("{'properties':{'m':" + schema + "}}", value);
    assertThat(problems).as(unused).containsExactly(problem);
  }

  /** A prefix has one meaning in an element; whatever the document says, no XML has two. */
  @Test
  void aPrefixStandsForOneNamespace() {
    String unused =
        written(
            "{'properties':{'a':{'xml':{'attribute':true,'prefix':'n','namespace':'urn:1'}},"
                + "'b':{'xml':{'attribute':true,'prefix':'n','namespace':'urn:2'}}}}",
            "{'a':1,'b':2}");
    assertThat(problems)
        .as(unused)
        .containsExactly("body/b: the prefix \"n\" stands for two namespaces in one element");
  }

  /** A body is sent whole or not at all. */
  @ParameterizedTest
  @CsvSource({"1000000, 0", "5000, 1"})
  void nothingIsLeftOutOfALargeValue(long units, int expected) {
    List<ArgumentProblem> found = new ArrayList<>();
    JsonNode list = json("[" + "1,".repeat(99) + "1]");

    JsonNode xml =
        XmlWriter.text(
            Schema.ANY,
            "body",
            list,
            new Structures(new WorkLimit(units, Duration.ofSeconds(10))),
            found);

    assertThat(found).hasSize(expected);
    if (expected == 0) {
      assertThat(xml.stringValue()).hasSize(100 * "<root>1</root>".length() + 13);
    } else {
      assertThat(found.get(0))
          .hasToString("body: is too large to be written as XML here; supply the XML as a string");
    }
  }
}

package dev.dragoman.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Eclipse is told of every goal that is bound to a phase; it marks a POM with any other as wrong.
 */
class IdeMetadataTest {
  @Test
  void everyGoalWithAPhaseHasAnAction() throws Exception {
    List<String> bound = texts("/META-INF/maven/plugin.xml", "//mojo[phase]/goal");
    assertThat(bound).hasSizeGreaterThan(2);
    assertThat(texts("/META-INF/m2e/lifecycle-mapping-metadata.xml", "//goals/goal"))
        .containsExactlyInAnyOrderElementsOf(bound);
  }

  private static List<String> texts(String resource, String path) throws Exception {
    try (InputStream in =
        Objects.requireNonNull(IdeMetadataTest.class.getResourceAsStream(resource), resource)) {
      Node document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
      NodeList nodes =
          (NodeList)
              XPathFactory.newInstance()
                  .newXPath()
                  .evaluate(path, document, XPathConstants.NODESET);
      return IntStream.range(0, nodes.getLength())
          .mapToObj(i -> nodes.item(i).getTextContent())
          .toList();
    }
  }
}

package dev.dragoman.runtime.execute.client;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpMessage;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.impl.DefaultContentLengthStrategy;
import org.apache.hc.core5.http.message.MessageSupport;

/**
 * Determines where the content of a response ends (RFC 9112, section 6.3). HttpCore's own strategy
 * refuses what servers and gateways send: the same length twice, which the RFC allows clients to
 * accept, and {@code Transfer-Encoding: identity}, which meant "none" in RFC 2616, section 3.6.
 */
final class BodyFraming implements ContentLengthStrategy {
  private static final ContentLengthStrategy STRICT = DefaultContentLengthStrategy.INSTANCE;
  private static final String NO_CODING = "identity";

  @Override
  public long determineLength(HttpMessage message) throws HttpException {
    Set<String> codings = values(message, HttpHeaders.TRANSFER_ENCODING);
    codings.remove(NO_CODING);
    if (!codings.isEmpty()) {
      return STRICT.determineLength(message);
    }
    Set<String> lengths = values(message, HttpHeaders.CONTENT_LENGTH);
    if (lengths.isEmpty()) {
      return UNDEFINED;
    } else if (lengths.size() > 1) {
      throw new ProtocolException("different values of Content-Length");
    }
    return length(lengths.iterator().next());
  }

  private static Set<String> values(HttpMessage message, String header) {
    Set<String> values = new LinkedHashSet<>();
    MessageSupport.parseTokens(
        message, header, value -> values.add(value.toLowerCase(Locale.ROOT)));
    return values;
  }

  private static long length(String digits) throws ProtocolException {
    if (!digits.matches("[0-9]{1,18}")) {
      throw new ProtocolException("an invalid Content-Length");
    }
    return Long.parseLong(digits);
  }
}

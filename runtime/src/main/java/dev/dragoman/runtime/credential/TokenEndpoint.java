package dev.dragoman.runtime.credential;

import dev.dragoman.runtime.Secret;
import dev.dragoman.runtime.execute.client.ExchangeException;
import dev.dragoman.runtime.execute.client.OutgoingRequest;
import dev.dragoman.runtime.json.JsonReader;
import dev.dragoman.runtime.outbound.OutboundClient;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import dev.dragoman.runtime.request.RequestBody;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Requests tokens from a token endpoint (RFC 6749, section 5). Follows no redirects, sends nothing
 * twice, and reports no more of a failure than the error code of the specification.
 */
final class TokenEndpoint {
  private static final int MAX_BYTES = 65_536;
  private static final int MAX_TOKEN = 8_192;
  private static final Duration DEFAULT_LIFETIME = Duration.ofMinutes(1);
  private static final Duration LONGEST_LIFETIME = Duration.ofHours(1);
  private static final Pattern VISIBLE_ASCII = Pattern.compile("[\\x21-\\x7E]+");
  private static final Pattern ERROR_CODE = Pattern.compile("[a-z_]{1,40}");

  private final TokenSettings settings;
  private final OutboundClient client;

  TokenEndpoint(TokenSettings settings, OutboundClient client) {
    this.settings = settings;
    this.client = client;
  }

  /**
   * Requests a token.
   *
   * @throws CredentialException if there is none in time
   */
  Token request(Map<String, String> parameters, Duration patience) {
    RequestBody form =
        RequestBody.of(
            "application/x-www-form-urlencoded",
            form(parameters).getBytes(StandardCharsets.US_ASCII));
    OutgoingRequest request =
        new OutgoingRequest(
            "POST",
            settings.endpoint(),
            List.of(
                new Pair("Authorization", "Basic " + basic()),
                new Pair("Content-Type", form.contentType()),
                new Pair("Accept", "application/json")),
            Optional.of(form));
    return token(send(request, patience));
  }

  private String basic() {
    String pair = encode(settings.clientId()) + ":" + encode(settings.clientSecret().reveal());
    return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
  }

  private static String form(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private OutboundClient.Response send(OutgoingRequest request, Duration patience) {
    try {
      return client.send(request, MAX_BYTES, patience);
    } catch (ExchangeException e) {
      throw switch (e.kind()) {
        case LATE -> failed("did not respond in time", true);
        case CANCELLED -> failed("was not awaited because the call was cancelled", true);
        case PROXY -> failed("cannot be reached. " + e.reason());
        case UNREACHABLE, INSECURE, HEAD_TOO_LARGE, BROKEN ->
            failed("cannot be reached, or its response was cut off");
      };
    }
  }

  private static Token token(OutboundClient.Response response) {
    JsonNode body = json(response.text());
    if (response.status() != 200) {
      String error = body.path("error").asString("");
      String code = ERROR_CODE.matcher(error).matches() ? " (" + error + ")" : "";
      throw failed("returned status " + response.status() + code);
    }
    String token = body.path("access_token").asString("");
    String type = body.path("token_type").asString("");
    boolean usable = token.length() <= MAX_TOKEN && VISIBLE_ASCII.matcher(token).matches();
    if (!usable || !(type.equalsIgnoreCase("Bearer") || type.equals("N_A"))) {
      throw failed("did not return a bearer token");
    }
    return new Token(Secret.of(token), lifetime(body.path("expires_in")));
  }

  private static Duration lifetime(JsonNode seconds) {
    if (!seconds.isNumber()) {
      return DEFAULT_LIFETIME;
    }
    // A number of any size, which no other type can hold.
    BigDecimal longest = BigDecimal.valueOf(LONGEST_LIFETIME.toSeconds());
    return Duration.ofSeconds(seconds.decimalValue().max(BigDecimal.ZERO).min(longest).longValue());
  }

  private static JsonNode json(String body) {
    return JsonReader.forResponses().find(body).orElseGet(MissingNode::getInstance);
  }

  private static CredentialException failed(String what) {
    return failed(what, false);
  }

  private static CredentialException failed(String what, boolean gaveUp) {
    return new CredentialException(
        "No API credential could be obtained: the token endpoint configured by the operator "
            + what
            + ". Nothing was sent to the API. Retrying later may help; otherwise the operator"
            + " can check the server's token settings.",
        gaveUp);
  }
}

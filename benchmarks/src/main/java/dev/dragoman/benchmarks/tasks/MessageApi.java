package dev.dragoman.benchmarks.tasks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.dragoman.benchmarks.serving.LoopbackApi;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Messages that are delivered after having been read some times, in the form of Twilio's. */
final class MessageApi {
  private static final int MESSAGES = 50;
  private static final int READS_UNTIL_SENT = 2;
  private static final int READS_UNTIL_DELIVERED = 5;

  private MessageApi() {}

  static LoopbackApi start() {
    AtomicInteger reads = new AtomicInteger();
    return new LoopbackApi(
        (request, out) -> {
          out.write(answer(request, reads));
          return true;
        });
  }

  private static byte[] answer(String request, AtomicInteger reads) {
    if (request.startsWith("POST ")) {
      reads.set(0);
      String body = message(1, "queued");
      return ("HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: "
              + body.length()
              + "\r\n\r\n"
              + body)
          .getBytes(ISO_8859_1);
    } else if (request.substring(0, request.indexOf('\r')).contains("/Messages.json")) {
      return LoopbackApi.json(list());
    }
    int read = reads.incrementAndGet();
    String status =
        read <= READS_UNTIL_SENT ? "queued" : read < READS_UNTIL_DELIVERED ? "sent" : "delivered";
    return LoopbackApi.json(message(1, status));
  }

  private static String list() {
    return IntStream.rangeClosed(1, MESSAGES)
        .mapToObj(number -> message(number, "delivered"))
        .collect(
            Collectors.joining(
                ",", "{\"messages\":[", "],\"page\":0,\"page_size\":50,\"next_page_uri\":null}"));
  }

  private static String message(int number, String status) {
    String sid = "SM%032x".formatted(number);
    String account = "AC" + "0".repeat(32);
    String uri = "/2010-04-01/Accounts/" + account + "/Messages/" + sid;
    return """
    {"account_sid":"%s","api_version":"2010-04-01","body":"Your order has left.","date_created":"Fri, 20 Nov 2026 09:30:00 +0000","date_sent":"Fri, 20 Nov 2026 09:30:01 +0000","date_updated":"Fri, 20 Nov 2026 09:30:02 +0000","direction":"outbound-api","error_code":null,"error_message":null,"from":"+12025550123","messaging_service_sid":null,"num_media":"0","num_segments":"1","price":null,"price_unit":"USD","sid":"%s","status":"%s","subresource_uris":{"media":"%s/Media.json","feedback":"%s/Feedback.json"},"to":"+12025550100","uri":"%s.json"}"""
        .formatted(account, sid, status, uri, uri, uri);
  }
}

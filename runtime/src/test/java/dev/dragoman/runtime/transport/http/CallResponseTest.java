package dev.dragoman.runtime.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.Json;
import dev.dragoman.runtime.mcp.message.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a response is plain JSON, when it is a stream, and how either of them ends. */
class CallResponseTest {
  private static final Reply.Answer ANSWER = answer("{\"id\":1}", Reply.Outcome.UNDERSTOOD);
  private static final String EVENT = "event: message\ndata: {\"id\":1}\n\n";

  private final RecordedExchange exchange = new RecordedExchange("POST", "/mcp");
  private final CallResponse response =
      new CallResponse(
          exchange,
          HttpOptions.builder()
              .heartbeat(Duration.ofSeconds(5))
              .receiveTimeout(Duration.ofSeconds(30))
              .build());

  /** A failed test must not interrupt the next one. */
  @AfterEach
  void clearInterrupt() {
    Thread.interrupted();
  }

  private static Reply.Answer answer(String json, Reply.Outcome outcome) {
    return new Reply.Answer(Json.of(json), outcome);
  }

  private static byte[] message(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }

  /** Runs the heartbeat that is due next. */
  private void beat() {
    RecordedExchange.Scheduled next = exchange.running().get(exchange.running().size() - 1);
    next.cancelled = true;
    next.task.run();
  }

  @ParameterizedTest
  @CsvSource({
    "UNDERSTOOD,         200",
    "MALFORMED,          400",
    "INSUFFICIENT_SCOPE, 403",
    "UNKNOWN_METHOD,     404",
    "UNKNOWN_SESSION,    404"
  })
  void theStatusOfAWholeResponse(Reply.Outcome outcome, int status) {
    response.finish(answer("{\"a\":\"ä\"}", outcome));
    assertThat(exchange.status).isEqualTo(status);
    assertThat(exchange.text()).isEqualTo("{\"a\":\"ä\"}");
    assertThat(exchange.sentHeader("Content-Type")).hasValue("application/json");
    assertThat(exchange.sentHeader("Cache-Control")).hasValue("no-store");
    assertThat(exchange.sentHeader("X-Content-Type-Options")).hasValue("nosniff");
  }

  @Test
  void aMessageWithoutAReplyIsAcceptedWithoutABody() {
    response.finish(new Reply.Accepted());
    assertThat(exchange.status).isEqualTo(202);
    assertThat(exchange.text()).isEmpty();
    assertThat(exchange.sentHeader("Content-Type")).isEmpty();
  }

  @Test
  void anAnswerBeforeTheFirstHeartbeatIsPlain() {
    response.allowStream();
    assertThat(exchange.timers.get(0).delay).isEqualTo(Duration.ofSeconds(5));
    response.finish(ANSWER);
    assertThat(exchange.timers.get(0).cancelled).isTrue();
    assertThat(exchange.text()).isEqualTo("{\"id\":1}");
    assertThat(exchange.parts).isZero();
  }

  @Test
  void aCallThatTakesLongBecomesAStream() {
    response.allowStream();
    beat();
    beat();
    response.finish(ANSWER);
    assertThat(exchange.status).isEqualTo(200);
    assertThat(exchange.sentHeader("Content-Type")).hasValue("text/event-stream");
    assertThat(exchange.sentHeader("X-Accel-Buffering")).hasValue("no");
    assertThat(exchange.text()).isEqualTo(":\n\n:\n\n" + EVENT);
    assertThat(exchange.ended).isTrue();
  }

  /** Once the stream has begun, its status has been sent. */
  @Test
  void aStreamStays200WhateverTheOutcome() {
    response.allowStream();
    beat();
    response.finish(answer("{\"id\":1}", Reply.Outcome.INSUFFICIENT_SCOPE));
    assertThat(exchange.status).isEqualTo(200);
    assertThat(exchange.text()).endsWith(EVENT);
  }

  @Test
  void aQuestionTurnsTheResponseIntoAStreamAtOnce() {
    response.allowStream();
    response.send(message("{\"q\":1}"));
    assertThat(exchange.text()).isEqualTo("event: message\ndata: {\"q\":1}\n\n");
    response.finish(ANSWER);
    assertThat(exchange.text()).endsWith("{\"q\":1}\n\n" + EVENT);
  }

  @Test
  void withoutAStreamNothingPrecedesTheAnswer() {
    response.send(message("{\"q\":1}"));
    assertThat(exchange.parts).isZero();
    assertThat(response.canStream()).isFalse();
    response.finish(ANSWER);
    assertThat(exchange.text()).isEqualTo("{\"id\":1}");
  }

  @Test
  void nothingFollowsTheAnswer() {
    response.allowStream();
    beat();
    response.finish(ANSWER);
    String whole = exchange.text();
    response.send(message("{\"late\":1}"));
    exchange.timers.forEach(timer -> timer.task.run());
    assertThat(exchange.text()).isEqualTo(whole);
  }

  /**
   * A part is written when the one before has been: messages keep their order, beats are left out.
   */
  @Test
  void partsWaitForEachOther() {
    exchange.holdsWrites = true;
    response.allowStream();
    response.send(message("{\"n\":1}"));
    response.send(message("{\"n\":2}"));
    response.send(message("{\"n\":3}"));
    response.finish(ANSWER);
    assertThat(exchange.parts).isEqualTo(1);
    Objects.requireNonNull(exchange.pendingWrite).succeeded();
    Objects.requireNonNull(exchange.pendingWrite).succeeded();
    assertThat(exchange.ended).as("the third message is still being written").isFalse();
    Objects.requireNonNull(exchange.pendingWrite).succeeded();
    assertThat(exchange.text())
        .containsSubsequence("{\"n\":1}", "{\"n\":2}", "{\"n\":3}", "{\"id\":1}");
    assertThat(exchange.ended).isTrue();
  }

  @Test
  void aHeartbeatIsLeftOutWhileAPartIsBeingWritten() {
    exchange.holdsWrites = true;
    response.allowStream();
    response.send(message("{\"n\":1}"));
    exchange.timers.get(0).task.run();
    assertThat(exchange.parts).isEqualTo(1);
    Objects.requireNonNull(exchange.pendingWrite).succeeded();
    assertThat(exchange.running()).as("beats go on after the part").hasSize(1);
  }

  @Test
  void aClientThatIsGoneCancelsTheCall() {
    exchange.holdsWrites = true;
    response.allowStream();
    beat();
    IOException gone = new IOException("gone");
    Objects.requireNonNull(exchange.pendingWrite).failed(gone);
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
    response.finish(ANSWER);
    assertThat(Thread.currentThread().isInterrupted()).as("not for the next exchange").isFalse();
    assertThat(exchange.aborted).isSameAs(gone);
    assertThat(exchange.text()).doesNotContain("data:");
  }

  @Test
  void aClientThatLeavesDuringTheLastPartInterruptsNobody() {
    exchange.holdsWrites = true;
    response.allowStream();
    beat();
    response.finish(ANSWER);
    IOException gone = new IOException("gone");
    Objects.requireNonNull(exchange.pendingWrite).failed(gone);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(exchange.aborted).isSameAs(gone);
  }

  @Test
  void nothingIsSentToAClientThatIsGone() {
    exchange.holdsWrites = true;
    response.allowStream();
    beat();
    Objects.requireNonNull(exchange.pendingWrite).failed(new IOException());
    response.send(message("{\"n\":1}"));
    assertThat(exchange.parts).isEqualTo(1);
  }

  @Test
  void cancellingInterruptsTheCallUntilItHasFinished() {
    response.cancel();
    assertThat(Thread.interrupted()).isTrue();
    response.finish(ANSWER);
    response.cancel();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void aChallengeIsAHeaderUntilTheStreamHasBegun() {
    response.challenge("Bearer one");
    assertThat(exchange.sentHeader("WWW-Authenticate")).hasValue("Bearer one");
    response.allowStream();
    beat();
    response.challenge("Bearer two");
    assertThat(exchange.sentHeader("WWW-Authenticate")).hasValue("Bearer one");
  }

  /** A client may read as slowly as it may write, and no longer. */
  @Test
  void aClientThatDoesNotReadIsHungUpOn() {
    response.finish(ANSWER);
    RecordedExchange.Scheduled patience = exchange.running().get(0);
    assertThat(patience.delay).isEqualTo(Duration.ofSeconds(30));
    patience.task.run();
    assertThat(exchange.events).containsExactly("hangUp");
  }

  @Test
  void aClientThatHasReadEverythingIsLeftAlone() {
    response.finish(ANSWER);
    Objects.requireNonNull(exchange.onSent).run();
    assertThat(exchange.running()).isEmpty();
  }

  @Test
  void anErrorWithoutAReplyAbortsTheExchange() {
    IllegalStateException bug = new IllegalStateException();
    response.cancel();
    response.abort(bug);
    assertThat(exchange.aborted).isSameAs(bug);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }
}

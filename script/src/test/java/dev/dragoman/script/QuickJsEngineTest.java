package dev.dragoman.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.script.ScriptEngine;
import dev.dragoman.runtime.script.ScriptHost;
import dev.dragoman.runtime.script.ScriptLimits;
import dev.dragoman.runtime.script.ScriptOutcome;
import dev.dragoman.runtime.script.ScriptOutcome.Failure;
import dev.dragoman.runtime.script.ScriptOutcome.Reason;
import dev.dragoman.runtime.script.ScriptOutcome.Value;
import java.time.Duration;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuickJsEngineTest {
  private static final ScriptLimits LIMITS =
      new ScriptLimits(Duration.ofSeconds(20), 32L << 20, 100_000);

  private final RecordingHost host = new RecordingHost();

  private ScriptOutcome run(String source) throws InterruptedException {
    return new QuickJsEngine().run(source, host, LIMITS);
  }

  @Test
  void theEngineIsFoundByItsInterface() {
    assertThat(ServiceLoader.load(ScriptEngine.class).findFirst())
        .get()
        .isInstanceOf(QuickJsEngine.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          return 1                                                | 1
          return                                                  | null
          return [1, 'é𝒳', null, {a: true}]                       | [1,"é𝒳",null,{"a":true}]
          return await api.get({id: 1}, [2])                      | {"args":{"id":1},"body":[2]}
          return await api['repos/list for']()                    | {}
          const f = api.get; return (await f({a: 1})).args.a      | 1
          return await search('pull requests')                    | ["pull requests"]
          return (await Promise.all([1, 2].map(n => api.x(n)))).map(r => r.args) | [1,2]
          try { await api.missing() } catch (e) { return [e.status, e.body.code, e.message] } | [404,"none","not found"]
          const {a = 2, ...rest} = {b: 1n}; return a ** 3 + Number(rest.b) | 9
          for await (const x of (async function* () { yield 7 })()) return x | 7
          return typeof api.then                                  | "undefined"
          """)
  void aScriptReturnsItsValue(String source, String json) throws InterruptedException {
    assertThat(run(source)).isEqualTo(new Value(json));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          const x = 1;\\nconst y = ;   | SYNTAX    | (line 2)
          return await api.get(       | SYNTAX    | SyntaxError
          \\n\\nnothing.here()          | EXCEPTION | nothing is not defined (line 3)
          await api.missing()         | EXCEPTION | ApiError: not found
          throw {code: 5}             | EXCEPTION | threw {"code":5}
          throw null                  | EXCEPTION | threw null
          return 1n                   | RESULT    | BigInt
          const a = []; a[0] = a; return a | RESULT | circular
          return 'x'.repeat(100001)   | RESULT    | more than the 100000 bytes
          await new Promise(() => {}) | UNSETTLED | never settles
          """)
  void aScriptWithoutAValueSaysWhy(String source, Reason reason, String message)
      throws InterruptedException {
    Failure failure = (Failure) run(source.replace("\\n", "\n"));
    assertThat(failure.reason()).isEqualTo(reason);
    assertThat(failure.message()).contains(message);
  }

  @Test
  void linesOfTheConsoleArriveAsText() throws InterruptedException {
    run("console.log('a', {b: 1}, [2], undefined, null); console.error('half \\ud800')");
    assertThat(host.lines).containsExactly("a {\"b\":1} [2] undefined null", "half \ufffd");
  }

  @Test
  void aValueThatIsTooLongDoesNotReachTheHost() throws InterruptedException {
    Failure failure = (Failure) run("await api.get({a: 'x'.repeat(200000)})");
    assertThat(failure.message()).contains("the operation has more than the 100000 bytes");
    assertThat(host.calls).isEmpty();
  }

  @Test
  void readsOfUnknownFieldsAreNoted() throws InterruptedException {
    assertThat(
            run(
                "const r = await api.shaped(); const i = r.items.map(x => x.id + x.nmae);"
                    + " return [r.itms, r.free.any, r.items.length, i, JSON.stringify(r)]"))
        .isInstanceOf(Value.class);
    assertThat(host.fields).containsExactly("shaped.items[].nmae", "shaped.itms");
  }

  @Test
  void nothingIsSharedBetweenRuns() throws InterruptedException {
    run("globalThis.left = 1; Array.prototype.map = () => 'taken'");
    assertThat(run("return [typeof left, [1].map(x => x + 1)]"))
        .isEqualTo(new Value("[\"undefined\",[2]]"));
  }

  @Test
  void aRunThatIsInterruptedEndsItsScript() throws InterruptedException {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread caller =
        new Thread(
            () -> {
              try {
                run("for (;;);");
              } catch (Throwable e) {
                thrown.set(e);
              }
            });
    caller.start();
    Thread.sleep(500);
    caller.interrupt();
    caller.join(5_000);
    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().startsWith("script-"));
  }

  @Test
  void aFaultOfTheHostIsNotTheScripts() {
    ScriptHost broken =
        new ScriptHost() {
          @Override
          public String call(String operation, String input) {
            throw new IllegalArgumentException("broken");
          }

          @Override
          public String search(String query) {
            throw new AssertionError();
          }

          @Override
          public void log(String line) {}

          @Override
          public void unknownField(String operation, String path) {}
        };
    assertThatThrownBy(() -> new QuickJsEngine().run("await api.x()", broken, LIMITS))
        .isInstanceOf(IllegalStateException.class)
        .hasRootCauseMessage("broken");
  }
}

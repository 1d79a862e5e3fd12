/** Runs scripts of the tool {@code run_script} in QuickJS, compiled to WebAssembly. */
@SuppressWarnings({"module", "requires-automatic"})
module dev.dragoman.script {
  requires dev.dragoman.runtime;
  requires quickjs4j;
  requires run.endive.runtime;
  requires run.endive.wasm;

  provides dev.dragoman.runtime.script.ScriptEngine with
      dev.dragoman.script.QuickJsEngine;
}

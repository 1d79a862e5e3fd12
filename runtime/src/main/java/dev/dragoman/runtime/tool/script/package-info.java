/**
 * The tool {@code run_script}: {@code RunScriptTool} takes a call from its input to the result,
 * {@code OperationHost} is what a script reaches, {@code RunRecord} is what it has done, {@code
 * TrialRun} runs it against the mock, and {@code ScriptConsent} asks the user about what that
 * found.
 */
@NullMarked
package dev.dragoman.runtime.tool.script;

import org.jspecify.annotations.NullMarked;

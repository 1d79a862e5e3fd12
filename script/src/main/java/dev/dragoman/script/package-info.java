/**
 * Runs JavaScript in a sandbox: QuickJS, compiled to WebAssembly and from there to Java bytecode.
 * {@code QuickJsEngine} keeps a script to its time, {@code Sandbox} is one instance of the
 * WebAssembly module, {@code HostFunctions} and {@code SystemCalls} are everything that the module
 * can import, and {@code bootstrap.js} makes the names that a script sees.
 */
@NullMarked
package dev.dragoman.script;

import org.jspecify.annotations.NullMarked;

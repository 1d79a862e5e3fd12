package dev.dragoman.runtime.tool.script;

import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.tool.ForeignText;

/** Tells a model when to write a script, and how. */
final class ScriptDescription {
  private static final int TITLE_LENGTH = 60;
  private static final int MEGABYTE_BITS = 20;

  private ScriptDescription() {}

  static String text(ServerDefinition definition, ScriptSettings settings) {
    return """
        Run a short JavaScript program against the API "%s", for what takes many calls: reading all \
        pages, filtering, the same change to many things, joining responses. Only what it returns \
        comes back. For one or two calls use execute.

        The script is the body of an async function:
        - api.ID(args, body) calls the operation with this id, as search shows it; \
        api["issues/list"](args) if the id is not an identifier. args: parameters by name. \
        Resolves to the JSON body (null if empty; integers above 2^53 as strings); throws an Error \
        with status and body if the status is not 2xx, or if the call is refused or invalid.
        - search(query) resolves to [{operation, method, path, summary, access, parameters, body}].
        - console.log(...) shows a line with the result.
        - return a JSON value, as small as possible.

        Example:
        const all = []; for (let page = 1, got; !got || got.length === 100; page++) \
        all.push(...(got = await api["issues/list"]({repo: "r", per_page: 100, page})));
        for (const i of all.filter(i => !i.labels.length)) \
        await api["issues/update"]({repo: "r", number: i.number}, {labels: ["triage"]});
        return all.length;

        Await every call. Limits: %d s, %d calls, %d MB; there are no timers, modules, files or \
        network. Each call needs the access that execute needs. What was changed before an error \
        stays changed. With dry_run nothing is sent: responses are made up, and the calls that the \
        script would make are listed with unknown operations, arguments and fields. Use it before \
        a script that changes many things."""
        .formatted(
            ForeignText.title(definition.title(), TITLE_LENGTH),
            settings.limits().time().toSeconds(),
            settings.calls(),
            settings.limits().memoryBytes() >> MEGABYTE_BITS);
  }
}

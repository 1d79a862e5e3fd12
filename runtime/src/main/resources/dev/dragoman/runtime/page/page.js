"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const live = byId("live");

  /** Has screen readers say something, also if it is the same as before. */
  function say(text) {
    live.textContent = "";
    setTimeout(() => (live.textContent = text), 50);
  }

  /** An element with text; children that are strings are text, too. */
  function element(name, className, ...children) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  }

  // What needs a script is shown by it.
  all("[data-script]").forEach((one) => (one.hidden = false));
  all("[data-no-script]").forEach((one) => (one.hidden = true));

  // Copying.
  async function copy(source) {
    const text = source.textContent;
    if (navigator.clipboard && window.isSecureContext) {
      await navigator.clipboard.writeText(text);
      return;
    }
    const area = element("textarea", "unseen");
    area.value = text;
    area.setAttribute("aria-hidden", "true");
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    if (!done) throw new Error("not copied");
  }

  all("button.copy").forEach((button) => {
    const label = button.textContent;
    let back;
    button.addEventListener("click", async () => {
      const source = byId(button.dataset.copies);
      clearTimeout(back);
      try {
        await copy(source);
        button.textContent = "Copied";
        button.classList.add("done");
        say("Copied");
      } catch {
        getSelection().selectAllChildren(source);
        button.textContent = "Selected";
        say("The text is selected. Copy it with the keyboard.");
      }
      button.focus();
      back = setTimeout(() => {
        button.textContent = label;
        button.classList.remove("done");
      }, 2000);
    });
  });

  // The address that a person has typed may differ from the one in the snippets.
  const moved = byId("moved");
  if (moved) {
    const here = new URL(byId("endpoint").dataset.path, location.href);
    const named = new URL(byId("endpoint").textContent);
    if (here.host !== named.host || here.protocol !== named.protocol) {
      byId("moved-here").textContent = here.href;
      moved.hidden = false;
    }
  }

  // The list of operations.
  const filter = byId("filter");
  if (filter) {
    const groups = all("#operations details.group").map((details) => ({
      details,
      open: details.open,
      count: details.querySelector(".count"),
      name: details.querySelector("h3").textContent.toLowerCase(),
      rows: all("li", details).map((row) => ({ row, text: row.textContent.toLowerCase() })),
    }));
    const total = groups.reduce((sum, group) => sum + group.rows.length, 0);
    let wait;
    const apply = () => {
      const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const group of groups) {
        let here = 0;
        for (const { row, text } of group.rows) {
          const fits = words.every((word) => text.includes(word) || group.name.includes(word));
          row.hidden = !fits;
          if (fits) here++;
        }
        group.count.textContent = words.length && here < group.rows.length
          ? `${here} of ${group.rows.length}`
          : group.rows.length.toLocaleString("en");
        group.details.hidden = here === 0;
        group.details.open = words.length ? here > 0 : group.open;
        shown += here;
      }
      byId("filtered").textContent = words.length
        ? `${shown.toLocaleString("en")} of ${total.toLocaleString("en")} operations`
        : "";
    };
    filter.addEventListener("input", () => {
      clearTimeout(wait);
      wait = setTimeout(apply, 120);
    });
  }

  // The box to try search.
  const form = byId("try-form");
  if (form) {
    const said = byId("said");
    const hits = byId("hits");
    const key = byId("key");
    const VERSION = "2026-07-28";
    let id = 0;

    const tell = (text, wrong = false) => {
      said.textContent = text;
      said.className = wrong ? "said wrong" : "said";
    };

    const request = (query) => {
      const headers = {
        "Content-Type": "application/json",
        Accept: "application/json",
        "MCP-Protocol-Version": VERSION,
        "Mcp-Method": "tools/call",
        "Mcp-Name": "search",
      };
      if (key && key.value) headers.Authorization = "Bearer " + key.value;
      const message = {
        jsonrpc: "2.0",
        id: ++id,
        method: "tools/call",
        params: {
          name: "search",
          arguments: { query },
          _meta: {
            "io.modelcontextprotocol/protocolVersion": VERSION,
            "io.modelcontextprotocol/clientInfo": { name: "server-page", version: "1" },
            "io.modelcontextprotocol/clientCapabilities": {},
          },
        },
      };
      return fetch(new URL(form.dataset.endpoint, location.href), {
        method: "POST",
        headers,
        body: JSON.stringify(message),
        credentials: "omit",
        cache: "no-store",
      });
    };

    const refusal = (status, message) => {
      switch (status) {
        case 401:
          return key && key.value
            ? "The server does not accept this key or token."
            : "The server needs a key or an access token for this. Enter yours above.";
        case 403:
          return "The server refuses requests of this page: " + (message || "403 Forbidden") + ".";
        case 404:
          return "There is no MCP endpoint at this address. A gateway may have changed the path.";
        case 429:
        case 503:
          return "The server is busy. Try again in a moment.";
        default:
          return `The server responded with status ${status}${message ? ": " + message : ""}.`;
      }
    };

    /** Operations in a result of search: a line "id: METHOD /path", then labeled lines. */
    const parse = (text) => {
      const found = [];
      for (const line of text.split("\n")) {
        const label = /^ {2}([a-z ]+): (.*)$/.exec(line);
        const start = /^(\S.*?): ([A-Z]+) (\/.*?)( \(deprecated\))?( \(described above\))?$/.exec(line);
        if (start && !line.startsWith("#")) {
          found.push({ id: start[1], route: start[2] + " " + start[3], deprecated: !!start[4], parts: [] });
        } else if (label && found.length) {
          found[found.length - 1].parts.push([label[1], label[2]]);
        }
      }
      return found;
    };

    const NAMES = { params: "Parameters", body: "Body", returns: "Returns", pages: "Pages", auth: "Credential", "ids from": "Ids from" };

    const hit = ({ id: name, route, deprecated, parts }) => {
      const values = new Map(parts);
      const access = values.get("access") || "";
      const level = access.split(",")[0];
      const head = element("p", "operation", element("code", "", name));
      if (deprecated) head.append(element("span", "tag plain", "deprecated"));
      if (level) head.append(element("span", "tag " + level.replace(/[^a-z]/g, ""), level));
      const row = element("li", "", head, element("p", "route", route));
      const does = values.get("does");
      if (does) row.append(element("p", "does", does.replace(/^"|"$/g, "")));
      if (/refused here/.test(access)) {
        row.append(element("p", "does quiet", "Refused for this page: see below the list."));
      }
      const list = element("dl", "parts");
      for (const [label, value] of parts) {
        if (NAMES[label]) list.append(element("dt", "", NAMES[label]), element("dd", "", value));
      }
      if (list.childElementCount) {
        row.append(element("details", "", element("summary", "", "What a call needs"), list));
      }
      return row;
    };

    const show = (text) => {
      const found = parse(text);
      hits.hidden = found.length === 0;
      hits.replaceChildren(...found.map(hit));
      const refused = /^Refused operations: (.*)$/m.exec(text);
      byId("remedy").textContent = refused ? refused[1] : "";
      tell(
        found.length === 0
          ? "Nothing was found. Try other words for the same thing."
          : found.length === 1
            ? "1 operation found."
            : `${found.length} operations found, the best first.`,
      );
    };

    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const query = byId("query").value.trim();
      if (!query) {
        tell("Enter what you want to do, in a few words.", true);
        byId("query").focus();
        return;
      }
      tell("Searching…");
      byId("remedy").textContent = "";
      try {
        const response = await request(query);
        const body = await response.json().catch(() => ({}));
        const result = body.result;
        const text = (result?.content || []).map((part) => part.text || "").join("\n");
        if (!response.ok || !result) {
          const message = typeof body.error === "string" ? body.error : body.error?.message;
          hits.hidden = true;
          tell(refusal(response.status, message), true);
        } else if (result.isError) {
          hits.hidden = true;
          tell(text, true);
        } else {
          show(text);
        }
      } catch {
        hits.hidden = true;
        tell("The server cannot be reached. It may have been stopped, or the network is down.", true);
      }
    });
  }

  // Paper shows everything.
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = all("details:not([open])");
    closed.forEach((one) => (one.open = true));
  });
  addEventListener("afterprint", () => closed.forEach((one) => (one.open = false)));

  // A link to a client opens its section.
  const reveal = () => {
    const target = location.hash.length > 1 && byId(decodeURIComponent(location.hash.slice(1)));
    if (target instanceof HTMLDetailsElement) target.open = true;
  };
  addEventListener("hashchange", reveal);
  reveal();
})();

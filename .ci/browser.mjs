// A person at a browser, for sign-ins without one: follows redirects with cookies, fills in the login
// form, and ends where the address begins with the callback's.

/** A browser with a memory of its own, whose person has this name and password. */
export class Browser {
  constructor(name, password) {
    this.name = name;
    this.password = password;
    this.cookies = new Map();
  }

  /** The address that the client is sent back to, as a URL. */
  async signIn(address, callback) {
    let url = new URL(address);
    let body;
    for (let step = 0; step < 20; step++) {
      if (url.href.startsWith(callback)) return url;
      const answer = await fetch(url, {
        method: body ? "POST" : "GET",
        redirect: "manual",
        headers: { cookie: [...this.cookies].map((pair) => pair.join("=")).join("; ") },
        body,
      });
      for (const cookie of answer.headers.getSetCookie()) {
        const [name, ...value] = cookie.split(";")[0].split("=");
        this.cookies.set(name, value.join("="));
      }
      body = undefined;
      if (answer.status >= 300 && answer.status < 400) {
        url = new URL(answer.headers.get("location"), url);
        continue;
      }
      const page = await answer.text();
      const form = /<form[^>]*\saction="([^"]+)"/.exec(page)?.[1];
      if (!form) throw new Error(`no form at ${url.origin}${url.pathname}: ${answer.status}`);
      url = new URL(form.replaceAll("&amp;", "&"), url);
      body = new URLSearchParams({ username: this.name, credentialId: "" });
      if (/name="password"/.test(page)) body.set("password", this.password);
    }
    throw new Error(`the sign-in does not end; last at ${url.origin}${url.pathname}`);
  }
}

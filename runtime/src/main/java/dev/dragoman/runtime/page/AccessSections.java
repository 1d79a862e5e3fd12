package dev.dragoman.runtime.page;

import dev.dragoman.runtime.guide.model.Guide;
import dev.dragoman.runtime.guide.model.Setting;
import dev.dragoman.runtime.guide.model.Trouble;

/** Who may do what, how callers authenticate, and whether a connection works. */
final class AccessSections {
  private AccessSections() {}

  /** The settings of a connection, with what they mean. */
  static Section access(Guide guide) {
    Html html = new Html();
    guide.access().forEach(text -> GuideHtml.paragraph(html, text));
    if (!guide.settings().isEmpty()) {
      html.open("dl", "class", "terms");
      guide.settings().forEach(setting -> setting(html, setting));
      html.close();
    }
    return new Section("access", "Who may do what", "Access", html);
  }

  private static void setting(Html html, Setting setting) {
    html.open("div").open("dt", "class", "names").element("code", setting.header()).close();
    html.open("dd");
    GuideHtml.text(html, setting.meaning());
    html.close();
    html.open("dd").text("Values: ");
    GuideHtml.text(html, setting.values());
    html.text(". Default: ");
    if (setting.byDefault().isEmpty()) {
      html.text("none.");
    } else {
      html.element("code", setting.byDefault()).text(".");
    }
    html.close();
    html.open("dd").text("Over stdio: ").element("code", setting.variable()).close();
    html.close();
  }

  /** How callers authenticate. */
  static Section signIn(Guide guide) {
    Html html = new Html();
    guide.signIn().forEach(text -> GuideHtml.paragraph(html, text));
    return new Section("sign-in", "Ways to sign in", "Sign in", html);
  }

  /** A prompt to try, and what to do if it does not work. */
  static Section verify(Guide guide) {
    Html html = new Html();
    html.element("p", "Paste this into the chat of your client.");
    GuideHtml.snippet(html, guide.verification().prompt(), "check");
    guide.verification().expected().forEach(text -> GuideHtml.paragraph(html, text));
    if (!guide.troubles().isEmpty()) {
      html.element("h3", "If it does not work", "class", "next");
      html.open("dl", "class", "terms");
      guide.troubles().forEach(trouble -> trouble(html, trouble));
      html.close();
    }
    return new Section("verify", "Check that it works", "Check", html);
  }

  private static void trouble(Html html, Trouble trouble) {
    html.open("div").open("dt");
    GuideHtml.text(html, trouble.symptom());
    html.close().open("dd");
    GuideHtml.text(html, trouble.remedy());
    html.close().close();
  }
}

package dev.dragoman.runtime.page;

import dev.dragoman.runtime.guide.model.ClientSection;
import dev.dragoman.runtime.guide.model.ClientSetup;
import dev.dragoman.runtime.guide.model.Guide;
import dev.dragoman.runtime.guide.model.Step;
import dev.dragoman.runtime.guide.model.Way;
import java.util.List;
import java.util.stream.Collectors;

/** How to connect each client: one entry per client, which opens. */
final class ConnectSection {
  private ConnectSection() {}

  static Section of(Guide guide) {
    Html html = new Html();
    html.element(
        "p", "Choose your client. Each entry is the shortest way that this server allows.");
    html.open("div", "class", "stack");
    boolean first = true;
    for (ClientSection client : clients(guide, true)) {
      client(html, client, first);
      first = false;
    }
    clients(guide, false).forEach(client -> client(html, client, false));
    html.close();
    return new Section("connect", "Connect a client", "Connect", html);
  }

  private static List<ClientSection> clients(Guide guide, boolean possible) {
    return guide.clients().stream()
        .filter(client -> client.setups().isEmpty() != possible)
        .toList();
  }

  private static void client(Html html, ClientSection client, boolean open) {
    html.open("details", "id", "client-" + client.id(), open ? "open" : "", "");
    html.open("summary").element("h3", client.name());
    html.element("span", ways(client), "class", "aside").close();
    html.open("div", "class", "inside");
    for (ClientSetup setup : client.setups()) {
      setup(html, client, setup);
    }
    client.missing().ifPresent(missing -> GuideHtml.paragraph(html, missing));
    html.close().close();
  }

  private static String ways(ClientSection client) {
    return client.setups().isEmpty()
        ? "not with this server"
        : client.setups().stream()
            .map(setup -> name(setup.way()))
            .distinct()
            .collect(Collectors.joining(", "));
  }

  private static String name(Way way) {
    return switch (way) {
      case OAUTH -> "OAuth";
      case API_KEY -> "API key";
      case OPEN -> "no credential";
      case BUNDLE -> "bundle";
      case STDIO -> "stdio";
    };
  }

  private static void setup(Html html, ClientSection client, ClientSetup setup) {
    html.element("h4", setup.way().title());
    html.open("ol", "class", "steps");
    for (Step step : setup.steps()) {
      html.open("li");
      GuideHtml.text(html, step.text());
      GuideHtml.links(html, step.links());
      String context = client.name() + ", " + name(setup.way());
      step.snippets().forEach(snippet -> GuideHtml.snippet(html, snippet, context));
      html.close();
    }
    html.close();
    GuideHtml.list(html, setup.hints(), "class", "hints");
  }
}

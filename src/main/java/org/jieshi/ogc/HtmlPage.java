package org.jieshi.ogc;

import java.util.List;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;

/** A plain page of the interface: no script, styles from the server's own files. */
final class HtmlPage {

  /** The page's own policy, in place of the one for data that allows nothing. */
  static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none'; base-uri 'none'; "
      + "form-action 'none'";

  private final StringBuilder body = new StringBuilder();
  private final OgcRequest request;
  private final String title;

  HtmlPage(OgcRequest request, String title) {
    this.request = request;
    this.title = title;
  }

  static String text(Object value) {
    return HtmlUtils.htmlEscape(String.valueOf(value), "UTF-8");
  }

  /** A link to an address under {@code /ogc}, in the page's language and as a page. */
  static String link(String href, String label) {
    return "<a href=\"%s\">%s</a>".formatted(text(href), text(label));
  }

  HtmlPage heading(String heading) {
    body.append("<h2>").append(text(heading)).append("</h2>\n");
    return this;
  }

  HtmlPage paragraph(String text) {
    body.append("<p>").append(text(text)).append("</p>\n");
    return this;
  }

  /** @param html escaped by the caller */
  HtmlPage raw(String html) {
    body.append(html).append('\n');
    return this;
  }

  /** @param facts label to cell, cells escaped by the caller */
  HtmlPage facts(Map<String, String> facts) {
    if (facts.isEmpty()) {
      return this;
    }
    body.append("<table class=\"facts\">\n");
    facts.forEach((label, cell) -> body.append("<tr><th scope=\"row\">").append(text(label)).append("</th><td>").append(cell)
        .append("</td></tr>\n"));
    body.append("</table>\n");
    return this;
  }

  HtmlPage links(List<Link> links) {
    body.append("<ul class=\"links\">\n");
    links.stream().filter(link -> !link.rel().equals("self")).forEach(link -> body.append("<li>")
        .append(link(link.href(), link.title())).append(" <code>").append(text(link.type())).append("</code></li>\n"));
    body.append("</ul>\n");
    return this;
  }

  /** Everything before the body; trail from the landing page down, label to address. */
  String head(Map<String, String> trail) {
    Language language = request.language();
    StringBuilder crumbs = new StringBuilder();
    trail.forEach((label, href) -> crumbs.append(link(href, label)).append(" / "));
    return """
        <!doctype html>
        <html lang="%s">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>%s · 界石 Jieshi</title>
          <link rel="icon" href="/favicon.svg" type="image/svg+xml">
          <link rel="stylesheet" href="/styles/base.css">
          <link rel="stylesheet" href="/styles/ogc.css">
        </head>
        <body class="ogc">
        <header><nav>%s</nav><nav class="forms">%s · %s</nav></header>
        <main>
        <h1>%s</h1>
        """.formatted(language.tag(), text(title), crumbs, link(request.again("lang", language == Language.EN ? "zh" : "en", "f", "html"),
            language == Language.EN ? "中文" : "English"), link(request.again("f", "json"), "JSON"), text(title));
  }

  static String foot() {
    return "</main>\n</body>\n</html>\n";
  }

  String body() {
    return body.toString();
  }
}

package org.jieshi.ogc;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.OptionalLong;

/** A page of features for people, written while they are read. */
final class ItemsPage {

  private final OgcRequest request;
  private final Layer layer;

  ItemsPage(OgcRequest request, Layer layer) {
    this.request = request;
    this.layer = layer;
  }

  static PrintWriter start(HttpServletResponse response) throws IOException {
    response.setContentType(Link.HTML);
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Content-Security-Policy", HtmlPage.POLICY);
    return response.getWriter();
  }

  void write(HttpServletResponse response, long matched, ItemsController.Reading features) throws IOException {
    Language language = request.language();
    PrintWriter out = start(response);
    out.write(new HtmlPage(request, language.say(layer.title())).head(Answers.trail(request)));
    out.write("<p>%s</p>\n".formatted(language.say("%d features match.", "共 %d 条。").formatted(matched)));
    out.write("<div class=\"wide\"><table class=\"rows\"><thead><tr>");
    int named = layer.idProperty().isPresent() ? 1 : 0;
    out.write("<th scope=\"col\" title=\"id\">%s</th>".formatted(HtmlPage.text(
        layer.idProperty().map(property -> language.say(property.title())).orElse(language.say("number", "编号")))));
    for (Property property : layer.properties().subList(named, layer.properties().size())) {
      out.write("<th scope=\"col\" title=\"%s\">%s</th>".formatted(property.name(),
          HtmlPage.text(language.say(property.title()))));
    }
    out.write("</tr></thead><tbody>\n");
    OptionalLong next = features.read(feature -> {
      out.write("<tr><th scope=\"row\">" + HtmlPage.link(ItemPage.address(request, layer, feature.id())
          + DocumentsController.suffix(language), feature.id()) + "</th>");
      for (int i = named; i < feature.values().length; i++) {
        Object value = feature.values()[i];
        out.write(value instanceof Number ? "<td class=\"number\">" : "<td>");
        out.write(Words.cell(value, language));
        out.write("</td>");
      }
      out.write("</tr>\n");
    });
    out.write("</tbody></table></div>\n");
    if (next.isPresent()) {
      Link more = ItemsController.next(request, next.getAsLong(), "html");
      out.write("<p>" + HtmlPage.link(more.href(), more.title()) + "</p>\n");
    }
    out.write(HtmlPage.foot());
    out.flush();
  }
}

package org.jieshi.ogc;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** One feature for people: its fields and the coordinates of its boundary, in the order of the system's axes. */
final class ItemPage {

  private final OgcRequest request;
  private final Layer layer;
  private final OutputSystem system;

  ItemPage(OgcRequest request, Layer layer, OutputSystem system) {
    this.request = request;
    this.layer = layer;
    this.system = system;
  }

  /** The parts of an id that has slashes are encoded each by itself. */
  static String address(OgcRequest request, Layer layer, String id) {
    String[] parts = ("collections/" + layer.id() + "/items/" + id).split("/");
    return request.address(parts);
  }

  void write(HttpServletResponse response, Feature feature) throws IOException {
    Language language = request.language();
    PrintWriter out = ItemsPage.start(response);
    HtmlPage page = new HtmlPage(request, language.say(layer.title()) + " " + feature.id());
    Map<String, String> facts = new LinkedHashMap<>();
    for (int i = 0; i < feature.values().length; i++) {
      if (feature.values()[i] != null) {
        facts.put(language.say(layer.properties().get(i).title()), Words.cell(feature.values()[i], language));
      }
    }
    page.raw("<div class=\"beside\">").facts(facts).raw(Outline.svg(feature.degrees()) + "</div>").heading(language.say("Boundary", "界线"))
        .raw("<p><code>" + HtmlPage.text(system.uri()) + "</code></p>").raw(boundary(feature.in(system)));
    out.write(page.head(Answers.trail(request)) + page.body() + HtmlPage.foot());
    out.flush();
  }

  private String boundary(Geometry land) {
    StringBuilder rows = new StringBuilder("<ol class=\"points\">\n");
    for (Coordinate point : land.getCoordinates()) {
      String east = number(point.x);
      String north = number(point.y);
      rows.append("<li>").append(system.northFirst() ? north + ", " + east : east + ", " + north).append("</li>\n");
    }
    return rows.append("</ol>").toString();
  }

  private String number(double ordinate) {
    return BigDecimal.valueOf(ordinate).setScale(system.degrees() ? 9 : 4, RoundingMode.HALF_EVEN).toPlainString();
  }
}

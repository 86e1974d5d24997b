package org.jieshi.ogc;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jieshi.identity.Districts;
import org.jieshi.shared.ProblemException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What there is, and by which rules: for everybody signed in. */
@RestController
class DocumentsController {

  /** The classes of requirements that are kept, of OGC 17-069r4, 18-058r1, 19-079r2 and 21-065r2. */
  private static final List<String> CONFORMANCE = List.of(
      "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
      "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
      "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html",
      "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
      "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs",
      "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables",
      "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables-query-parameters");

  private final FeatureQuery query;
  private final Answers answers;
  private final Districts districts;

  DocumentsController(FeatureQuery query, Answers answers, Districts districts) {
    this.query = query;
    this.answers = answers;
    this.districts = districts;
  }

  static Layer layer(String id) {
    return Layer.named(id).orElseThrow(() -> ProblemException.notFound("collection", "数据集", id));
  }

  @GetMapping({"/ogc", "/ogc/"})
  ResponseEntity<String> landing(HttpServletRequest http) {
    OgcRequest request = OgcRequest.of(http);
    Language language = request.language();
    List<Link> links = new java.util.ArrayList<>(request.selfAndAlternate(Link.JSON));
    links.add(new Link(request.address("api") + "?f=json", "service-desc", Link.OPENAPI,
        language.say("The interface as OpenAPI", "接口定义（OpenAPI）")));
    links.add(new Link(request.address("api") + "?f=html", "service-doc", Link.HTML,
        language.say("The interface explained", "接口说明")));
    links.add(new Link(request.address("conformance"), "conformance", Link.JSON,
        language.say("The standards it follows", "遵循的标准")));
    links.add(new Link(request.address("collections"), "data", Link.JSON, language.say("Collections", "数据集")));
    links.add(new Link(request.address("project.qgs"), "related", "application/x-qgis-project",
        language.say("A project for QGIS with every collection", "QGIS 项目文件（含全部数据集）")));
    String title = language.say("The register of land titles", "土地权籍数据");
    String description = language.say(
        "Parcels, claims, evidence, overlaps and certificates by OGC API Features, for GIS programs.",
        "按 OGC API Features 标准向 GIS 软件提供宗地、主张、证据图层、重叠和证书。");
    return answers.answer(request, title, document("title", title, "description", description, "links",
        members(links)), Link.JSON, page -> page.paragraph(description).links(links));
  }

  @GetMapping("/ogc/conformance")
  ResponseEntity<String> conformance(HttpServletRequest http) {
    OgcRequest request = OgcRequest.of(http);
    return answers.answer(request, request.language().say("Conformance", "符合性"), document("conformsTo", CONFORMANCE,
        "links", members(request.selfAndAlternate(Link.JSON))), Link.JSON, page -> CONFORMANCE.forEach(page::paragraph));
  }

  @GetMapping("/ogc/api")
  ResponseEntity<String> api(HttpServletRequest http) {
    OgcRequest request = OgcRequest.of(http);
    Map<String, Object> document = ApiDocument.of(request);
    return answers.answer(request, request.language().say("Interface", "接口说明"), document, Link.OPENAPI,
        page -> ApiDocument.explain(document, page));
  }

  @GetMapping("/ogc/collections")
  ResponseEntity<String> collections(HttpServletRequest http) {
    OgcRequest request = OgcRequest.of(http);
    Language language = request.language();
    List<Link> links = request.selfAndAlternate(Link.JSON);
    List<Map<String, Object>> collections = List.of(Layer.values()).stream().map(layer -> CollectionDocument.of(layer,
        query.extent(layer, districts.limit()), request, CollectionDocument.links(layer, request))).toList();
    return answers.answer(request, language.say("Collections", "数据集"),
        document("links", members(links), "collections", collections), Link.JSON, page -> {
          Map<String, String> rows = new LinkedHashMap<>();
          for (Layer layer : Layer.values()) {
            rows.put(language.say(layer.title()), HtmlPage.link(
                request.address("collections", layer.id()) + suffix(language), layer.id())
                + " – " + HtmlPage.text(language.say(layer.description())));
          }
          page.facts(rows);
        });
  }

  @GetMapping("/ogc/collections/{id}")
  ResponseEntity<String> collection(@PathVariable String id, HttpServletRequest http) {
    OgcRequest request = OgcRequest.of(http);
    Language language = request.language();
    Layer layer = layer(id);
    LayerExtent extent = query.extent(layer, districts.limit());
    List<Link> links = CollectionDocument.links(layer, request);
    return answers.answer(request, language.say(layer.title()), CollectionDocument.of(layer, extent, request, links),
        Link.JSON, page -> {
          String items = request.address("collections", layer.id(), "items") + suffix(language);
          Map<String, String> facts = new LinkedHashMap<>();
          facts.put(language.say("Features", "要素"), HtmlPage.link(items, language.say("Browse", "浏览")));
          if (!extent.degrees().isNull()) {
            facts.put(language.say("Extent (degrees)", "范围（经纬度）"), "%.5f, %.5f – %.5f, %.5f".formatted(
                extent.degrees().getMinX(), extent.degrees().getMinY(), extent.degrees().getMaxX(), extent.degrees().getMaxY()));
          }
          if (extent.since() != null) {
            facts.put(language.say("On record since", "记录起始"), Words.cell(extent.since(), language));
          }
          StringBuilder systems = new StringBuilder();
          OutputSystem.offered(extent).forEach(system -> systems.append("<code>").append(HtmlPage.text(system.uri()))
              .append("</code><br>"));
          facts.put(language.say("Coordinate systems", "坐标系"), systems.toString());
          page.paragraph(language.say(layer.description())).facts(facts)
              .heading(language.say("Fields", "字段")).facts(fields(layer, language)).heading(language.say("Links", "链接"))
              .links(links);
        });
  }

  @GetMapping("/ogc/collections/{id}/queryables")
  ResponseEntity<String> queryables(@PathVariable String id, HttpServletRequest http) {
    OgcRequest request = OgcRequest.of(http);
    Language language = request.language();
    Layer layer = layer(id);
    return answers.answer(request, language.say("Fields to filter by", "可筛选字段"),
        CollectionDocument.queryables(layer, request), Link.SCHEMA, page -> page.facts(fields(layer, language)));
  }

  static String suffix(Language language) {
    return "?f=html&lang=" + (language == Language.EN ? "en" : "zh");
  }

  private static Map<String, String> fields(Layer layer, Language language) {
    Map<String, String> fields = new LinkedHashMap<>();
    layer.properties().forEach(property -> fields.put(property.name(),
        HtmlPage.text(language.say(property.title())) + " <code>" + property.type().json() + "</code>"));
    return fields;
  }

  private static List<Map<String, String>> members(List<Link> links) {
    return links.stream().map(Link::members).toList();
  }

  private static Map<String, Object> document(Object... namesAndValues) {
    Map<String, Object> document = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      document.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return document;
  }
}

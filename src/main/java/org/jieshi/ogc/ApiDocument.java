package org.jieshi.ogc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The interface as an OpenAPI 3.0 document; written out, because its parameters differ from collection to collection. */
final class ApiDocument {

  private static final String PARAMETERS = "#/components/parameters/";

  private final Language language;
  private final Map<String, Object> paths = new LinkedHashMap<>();

  private ApiDocument(Language language) {
    this.language = language;
  }

  static Map<String, Object> of(OgcRequest request) {
    ApiDocument api = new ApiDocument(request.language());
    api.paths();
    return ordered("openapi", "3.0.3",
        "info", ordered("title", api.language.say("Jieshi: OGC API Features", "界石：OGC API Features"), "version", "1.0.0",
            "description", api.language.say("The register of land titles for GIS programs. Sign in by HTTP Basic.",
                "面向 GIS 软件的土地权籍数据接口，使用 HTTP Basic 登录。")),
        "servers", List.of(Map.of("url", request.address())),
        "security", List.of(Map.of("basic", List.of())),
        "paths", api.paths,
        "components", ordered("securitySchemes", Map.of("basic", Map.of("type", "http", "scheme", "basic")),
            "parameters", api.parameters(), "responses", api.responses()));
  }

  private void paths() {
    path("/", "landing", "Landing page", "首页", Link.JSON, List.of());
    path("/conformance", "conformance", "The standards it follows", "遵循的标准", Link.JSON, List.of());
    path("/api", "api", "This document", "本文档", Link.OPENAPI, List.of());
    path("/collections", "collections", "Collections", "数据集", Link.JSON, List.of());
    for (Layer layer : Layer.values()) {
      String root = "/collections/" + layer.id();
      path(root, layer.id(), "Collection: " + layer.title().en(), "数据集：" + layer.title().zh(), Link.JSON, List.of());
      path(root + "/queryables", layer.id() + "Queryables", "Fields to filter by", "可筛选字段", Link.SCHEMA, List.of());
      List<Object> parameters = new ArrayList<>();
      List.of("limit", "bbox", "bbox-crs", "crs", "datetime", "filter", "filter-lang", "after")
          .forEach(name -> parameters.add(Map.of("$ref", PARAMETERS + name)));
      layer.properties().forEach(property -> parameters.add(query(property.name(), property.title().en(),
          property.title().zh(), schema(property))));
      path(root + "/items", layer.id() + "Items", "Features of " + layer.title().en(), layer.title().zh() + "要素",
          Link.GEOJSON, parameters);
      path(root + "/items/{featureId}", layer.id() + "Item", "One feature of " + layer.title().en(),
          layer.title().zh() + "单个要素", Link.GEOJSON,
          List.of(ordered("name", "featureId", "in", "path", "required", true, "schema", Map.of("type", "string"),
              "description", language.say(layer.description())), Map.of("$ref", PARAMETERS + "crs"),
              Map.of("$ref", PARAMETERS + "datetime")));
    }
  }

  private void path(String path, String operation, String en, String zh, String type, List<?> parameters) {
    List<Object> all = new ArrayList<>(parameters);
    all.add(Map.of("$ref", PARAMETERS + "f"));
    all.add(Map.of("$ref", PARAMETERS + "lang"));
    paths.put(path, Map.of("get", ordered("summary", language.say(en, zh), "operationId", operation,
        "parameters", all, "responses", ordered("200", ordered("description", language.say(en, zh), "content",
            ordered(type, Map.of("schema", Map.of("type", "object")), Link.HTML,
                Map.of("schema", Map.of("type", "string")))), "400", Map.of("$ref", "#/components/responses/refused"),
            "401", Map.of("$ref", "#/components/responses/refused"),
            "404", Map.of("$ref", "#/components/responses/refused")))));
  }

  private Map<String, Object> parameters() {
    Map<String, Object> uri = Map.of("type", "string", "format", "uri", "default", OutputSystem.CRS84.uri());
    return ordered(
        "f", query("f", "form of the answer", "返回格式", Map.of("type", "string", "enum", List.of("json", "html"))),
        "lang", query("lang", "language of titles", "语言", Map.of("type", "string", "enum", List.of("zh", "en"))),
        "limit", query("limit", "features on a page", "每页条数", ordered("type", "integer", "minimum", 1, "maximum",
            ItemsController.LARGEST_LIMIT, "default", ItemsController.USUAL_LIMIT)),
        "bbox", ordered("name", "bbox", "in", "query", "required", false, "description",
            language.say("lower and upper corner, axes as bbox-crs has them", "下角与上角坐标，轴序按 bbox-crs"),
            "schema", ordered("type", "array", "minItems", 4, "maxItems", 6, "items", Map.of("type", "number")),
            "style", "form", "explode", false),
        "bbox-crs", query("bbox-crs", "system of bbox", "bbox 的坐标系", uri),
        "crs", query("crs", "system of the coordinates in the answer, one that the collection lists",
            "返回坐标的坐标系，见数据集说明", uri),
        "datetime", query("datetime", "the register as it stood: an instant (2012-12-31, the end of that day Beijing time; "
            + "2012-12-31T16:00:00Z) or an interval (2012-01-01/2012-12-31, ../2012-12-31), in which each feature is shown "
            + "as it last stood", "历史时刻或时段：2012-12-31（当日终，北京时间）、2012-01-01/2012-12-31、../2012-12-31；时段内按最后状态返回",
            Map.of("type", "string")),
        "filter", query("filter", "comparisons of fields as CQL2 text: status = 'CERTIFIED' AND planeArea > 10000",
            "字段比较（CQL2 文本）：status = 'CERTIFIED' AND planeArea > 10000", Map.of("type", "string")),
        "filter-lang", query("filter-lang", "language of filter", "筛选语言",
            Map.of("type", "string", "enum", List.of("cql2-text"), "default", "cql2-text")),
        "after", query("after", "where the page before ended; taken from its next link", "上一页的终点，取自其 next 链接",
            Map.of("type", "string")));
  }

  private Map<String, Object> responses() {
    return Map.of("refused", ordered("description", language.say("Refused, with the reason in both languages", "拒绝，附中英文原因"),
        "content", Map.of("application/problem+json", Map.of("schema", Map.of("type", "object")))));
  }

  private Map<String, Object> query(String name, String en, String zh, Map<String, Object> schema) {
    return ordered("name", name, "in", "query", "required", false, "description", language.say(en, zh), "schema", schema,
        "style", "form", "explode", false);
  }

  private static Map<String, Object> schema(Property property) {
    return property.type().format().isEmpty() ? Map.of("type", property.type().json())
        : Map.of("type", property.type().json(), "format", property.type().format());
  }

  /** The same for people: each address with its parameters. */
  @SuppressWarnings("unchecked")
  static void explain(Map<String, Object> document, HtmlPage page) {
    Map<String, Object> shared = (Map<String, Object>) ((Map<String, Object>) document.get("components")).get("parameters");
    ((Map<String, Map<String, Map<String, Object>>>) document.get("paths")).forEach((path, methods) -> {
      page.heading("GET /ogc" + (path.equals("/") ? "" : path)).paragraph((String) methods.get("get").get("summary"));
      Map<String, String> rows = new LinkedHashMap<>();
      boolean first = path.equals("/");
      for (Map<String, Object> parameter : (List<Map<String, Object>>) methods.get("get").get("parameters")) {
        String reference = (String) parameter.get("$ref");
        if (!first && (reference != null && (reference.endsWith("/f") || reference.endsWith("/lang")))) {
          continue; // as everywhere, said once
        }
        Map<String, Object> named = reference == null ? parameter
            : (Map<String, Object>) shared.get(reference.substring(PARAMETERS.length()));
        rows.put((String) named.get("name"), HtmlPage.text(named.get("description")));
      }
      page.facts(rows);
    });
  }

  private static Map<String, Object> ordered(Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }
}

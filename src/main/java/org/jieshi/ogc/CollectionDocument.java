package org.jieshi.ogc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a collection says of itself. */
final class CollectionDocument {

  private CollectionDocument() {}

  static Map<String, Object> of(Layer layer, LayerExtent extent, OgcRequest request, List<Link> links) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("id", layer.id());
    document.put("title", request.language().say(layer.title()));
    document.put("description", request.language().say(layer.description()));
    document.put("itemType", "feature");
    document.put("extent", extent(extent));
    document.put("crs", OutputSystem.offered(extent).stream().map(OutputSystem::uri).toList());
    if (extent.srids().size() == 1) {
      document.put("storageCrs", OutputSystem.uriOf(extent.srids().iterator().next()));
    }
    document.put("links", links.stream().map(Link::members).toList());
    return document;
  }

  private static Map<String, Object> extent(LayerExtent extent) {
    Map<String, Object> parts = new LinkedHashMap<>();
    if (!extent.degrees().isNull()) {
      parts.put("spatial", Map.of("bbox", List.of(List.of(extent.degrees().getMinX(), extent.degrees().getMinY(),
          extent.degrees().getMaxX(), extent.degrees().getMaxY())), "crs", OutputSystem.CRS84.uri()));
    }
    if (extent.since() != null) {
      parts.put("temporal", Map.of("interval", List.of(Arrays.asList(extent.since().toString(), null)),
          "trs", "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian"));
    }
    return parts;
  }

  static List<Link> links(Layer layer, OgcRequest request) {
    Language language = request.language();
    String self = request.address("collections", layer.id());
    List<Link> links = new ArrayList<>();
    links.add(new Link(self + "?f=json", request.html() ? "alternate" : "self", Link.JSON,
        language.say("This collection as JSON", "本数据集 JSON")));
    links.add(new Link(self + "?f=html", request.html() ? "self" : "alternate", Link.HTML,
        language.say("This collection as a page", "本数据集网页")));
    links.add(new Link(self + "/items?f=json", "items", Link.GEOJSON, language.say("Features as GeoJSON", "要素 GeoJSON")));
    links.add(new Link(self + "/items?f=html", "items", Link.HTML, language.say("Features as a page", "要素网页")));
    links.add(new Link(self + "/queryables?f=json", "http://www.opengis.net/def/rel/ogc/1.0/queryables", Link.SCHEMA,
        language.say("Fields to filter by", "可筛选字段")));
    return links;
  }

  /** JSON Schema of what can be asked for. */
  static Map<String, Object> queryables(Layer layer, OgcRequest request) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Property property : layer.properties()) {
      Map<String, Object> schema = new LinkedHashMap<>();
      schema.put("title", request.language().say(property.title()));
      schema.put("type", property.type().json());
      if (!property.type().format().isEmpty()) {
        schema.put("format", property.type().format());
      }
      properties.put(property.name(), schema);
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    document.put("$id", request.address("collections", layer.id(), "queryables"));
    document.put("type", "object");
    document.put("title", request.language().say(layer.title()));
    document.put("properties", properties);
    document.put("additionalProperties", false);
    return document;
  }
}

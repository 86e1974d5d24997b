package org.jieshi.ogc;

import java.util.LinkedHashMap;
import java.util.Map;

/** A link of a document, as OGC API writes it. */
record Link(String href, String rel, String type, String title) {

  static final String JSON = "application/json";
  static final String GEOJSON = "application/geo+json";
  static final String HTML = "text/html";
  static final String OPENAPI = "application/vnd.oai.openapi+json;version=3.0";
  static final String SCHEMA = "application/schema+json";

  Map<String, String> members() {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("href", href);
    members.put("rel", rel);
    members.put("type", type);
    members.put("title", title);
    return members;
  }
}

package org.jieshi.ogc;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Documents that are made at once, as JSON or as a page. */
@Component
class Answers {

  private final JsonMapper json;

  Answers(JsonMapper json) {
    this.json = json;
  }

  /** @param fill what the page says below its heading */
  ResponseEntity<String> answer(OgcRequest request, String title, Map<String, Object> document, String jsonType,
      Consumer<HtmlPage> fill) {
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok().cacheControl(CacheControl.noCache().cachePrivate())
        .varyBy(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE)
        .header(HttpHeaders.CONTENT_LANGUAGE, request.language().tag());
    if (!request.html()) {
      return answer.header(HttpHeaders.CONTENT_TYPE, jsonType).body(json.writeValueAsString(document));
    }
    HtmlPage page = new HtmlPage(request, title);
    fill.accept(page);
    return answer.header(HttpHeaders.CONTENT_TYPE, Link.HTML + ";charset=UTF-8")
        .header("Content-Security-Policy", HtmlPage.POLICY)
        .body(page.head(trail(request)) + page.body() + HtmlPage.foot());
  }

  /** The pages above this one. */
  static Map<String, String> trail(OgcRequest request) {
    Language language = request.language();
    String form = "?f=html&lang=" + (language == Language.EN ? "en" : "zh");
    Map<String, String> trail = new LinkedHashMap<>();
    String path = request.http().getRequestURI();
    trail.put("界石 Jieshi", "/");
    if (path.length() > "/ogc/".length()) {
      trail.put("OGC API", request.address() + form);
    }
    String[] parts = path.split("/");
    if (parts.length > 3) {
      trail.put(language.say("Collections", "数据集"), request.address("collections") + form);
      Layer.named(parts[3]).ifPresent(layer -> {
        if (parts.length > 4) {
          trail.put(language.say(layer.title()), request.address("collections", layer.id()) + form);
        }
        if (parts.length > 5) {
          trail.put(language.say("Features", "要素"), request.address("collections", layer.id(), "items") + form);
        }
      });
    }
    return trail;
  }
}

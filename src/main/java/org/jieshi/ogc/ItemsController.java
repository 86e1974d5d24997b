package org.jieshi.ogc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jieshi.identity.Districts;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.Transactions;
import org.jieshi.store.RegisterReads;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Features, page by page and one by one, for everybody signed in. */
@RestController
class ItemsController {

  static final int USUAL_LIMIT = 100;
  static final int LARGEST_LIMIT = 10_000;

  private static final String[] OF_ITEMS =
      {"limit", "bbox", "bbox-crs", "crs", "datetime", "filter", "filter-lang", "after"};

  private final FeatureQuery query;
  private final OfficeClock clock;
  private final Districts districts;
  private final RegisterReads reads;
  private final TransactionTemplate snapshot;

  ItemsController(FeatureQuery query, OfficeClock clock, Districts districts, RegisterReads reads,
      PlatformTransactionManager transactions) {
    this.query = query;
    this.clock = clock;
    this.districts = districts;
    this.reads = reads;
    this.snapshot = Transactions.snapshot(transactions);
  }

  /** One page is one snapshot of the register, written while it is read. */
  @GetMapping("/ogc/collections/{id}/items")
  void items(@PathVariable String id, HttpServletRequest http, HttpServletResponse response) {
    Layer layer = DocumentsController.layer(id);
    OgcRequest request = OgcRequest.of(http, Stream.concat(Stream.of(OF_ITEMS),
        layer.properties().stream().map(Property::name)).toArray(String[]::new));
    Selection selection = selection(layer, request);
    OutputSystem system = system(request);
    int limit = number(request, "limit", USUAL_LIMIT, 1, LARGEST_LIMIT);
    long after = after(request);
    inOneSnapshot(response, () -> answered(request, response, query.registerVersion(), system, () -> {
      if (request.html()) {
        new ItemsPage(request, layer).write(response, query.count(selection),
            each -> query.forEach(selection, after, limit, each));
      } else {
        collection(request, response, selection, system, limit, after);
      }
    }));
  }

  /** Begun anew where a replica breaks off, unless the client has had the beginning. */
  private void inOneSnapshot(HttpServletResponse response, Runnable answer) {
    reads.run(() -> {
      response.resetBuffer();
      snapshot.executeWithoutResult(tx -> answer.run());
      return true;
    });
  }

  private void collection(OgcRequest request, HttpServletResponse response, Selection selection, OutputSystem system,
      int limit, long after) throws IOException {
    long matched = query.count(selection);
    response.setContentType(Link.GEOJSON);
    int[] returned = {0};
    try (FeatureJson json = new FeatureJson(response.getOutputStream(), selection.layer(), system)) {
      json.startCollection(clock.now().toString(), matched);
      OptionalLong next = query.forEach(selection, after, limit, feature -> {
        json.feature(feature, null);
        returned[0]++;
      });
      List<Link> links = new ArrayList<>(request.selfAndAlternate(Link.GEOJSON));
      links.add(new Link(request.address("collections", selection.layer().id()), "collection", Link.JSON,
          request.language().say(selection.layer().title())));
      next.ifPresent(key -> links.add(next(request, key, "json")));
      json.endCollection(returned[0], links);
    }
  }

  static Link next(OgcRequest request, long key, String form) {
    return new Link(request.again("after", String.valueOf(key), "f", form), "next",
        form.equals("json") ? Link.GEOJSON : Link.HTML, request.language().say("Next page", "下一页"));
  }

  /** As it stands now, or with {@code datetime} as it stood. An id may hold slashes. */
  @GetMapping("/ogc/collections/{id}/items/{*featureId}")
  void item(@PathVariable String id, @PathVariable String featureId, HttpServletRequest http,
      HttpServletResponse response) {
    Layer layer = DocumentsController.layer(id);
    OgcRequest request = OgcRequest.of(http, "crs", "datetime");
    OutputSystem system = system(request);
    TimeRange time = request.given("datetime").map(TimeRange::parse).orElse(null);
    String name = featureId.substring(1);
    inOneSnapshot(response, () -> answered(request, response, query.registerVersion(), system, () -> {
      Feature feature = query.find(layer, districts.limit(), name, time).orElseThrow(() -> notFound(layer, name, time));
      if (request.html()) {
        new ItemPage(request, layer, system).write(response, feature);
        return;
      }
      response.setContentType(Link.GEOJSON);
      List<Link> links = new ArrayList<>(request.selfAndAlternate(Link.GEOJSON));
      links.add(new Link(request.address("collections", layer.id()), "collection", Link.JSON,
          request.language().say(layer.title())));
      try (FeatureJson json = new FeatureJson(response.getOutputStream(), layer, system)) {
        json.feature(feature, links);
      }
    }));
  }

  private interface Body {
    void write() throws IOException;
  }

  /** Marked by how far the register has gone: a client that has this page of this register keeps it. */
  private void answered(OgcRequest request, HttpServletResponse response, long version, OutputSystem system, Body body) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache, private");
    response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_LANGUAGE);
    String etag = "W/\"%d-%s-%s-%s\"".formatted(version, request.html() ? "html" : "json", request.language().tag(),
        Objects.toString(districts.limit(), ""));
    if (new ServletWebRequest(request.http(), response).checkNotModified(etag)) {
      return;
    }
    response.setHeader("Content-Crs", "<" + system.uri() + ">");
    response.setHeader(HttpHeaders.CONTENT_LANGUAGE, request.language().tag());
    try {
      body.write();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static RuntimeException notFound(Layer layer, String id, @Nullable TimeRange time) {
    return Problem.of(ProblemCode.NOT_FOUND, time == null
            ? "There is no %s in %s now; with datetime=../.. it is found if it ever stood.".formatted(id, layer.id())
            : "There was no %s in %s at that time.".formatted(id, layer.id()), time == null
            ? "%s 中现无 %s；加 datetime=../.. 可查历史记录。".formatted(layer.title().zh(), id)
            : "%s 中当时没有 %s。".formatted(layer.title().zh(), id)).about(id).asException();
  }

  private Selection selection(Layer layer, OgcRequest request) {
    PropertyFilter filter = new PropertyFilter(layer);
    for (Property property : layer.properties()) {
      request.given(property.name()).ifPresent(value -> filter.equal(property, value));
    }
    request.given("filter-lang").filter(language -> !language.equals("cql2-text")).ifPresent(other -> {
      throw OgcRequest.refused("filter-lang is cql2-text.", "参数 filter-lang 只能为 cql2-text。", "filter-lang");
    });
    request.given("filter").ifPresent(filter::filter);
    OutputSystem boxSystem = request.given("bbox-crs").map(uri -> OutputSystem.parse(uri, "bbox-crs"))
        .orElse(OutputSystem.CRS84);
    return new Selection(layer, districts.limit(), filter.condition(),
        request.given("bbox").map(text -> BoundingBox.parse(text, boxSystem)).orElse(null),
        request.given("datetime").map(TimeRange::parse).orElse(null));
  }

  private static OutputSystem system(OgcRequest request) {
    return request.given("crs").map(uri -> OutputSystem.parse(uri, "crs")).orElse(OutputSystem.CRS84);
  }

  private static int number(OgcRequest request, String name, int usual, int least, int most) {
    String text = request.parameter(name);
    if (text == null) {
      return usual;
    }
    if (!text.matches("\\d{1,18}") || Long.parseLong(text) < least) {
      throw OgcRequest.refused("%s is a whole number from %d.".formatted(name, least),
          "参数 %s 须为不小于 %d 的整数。".formatted(name, least), name);
    }
    return (int) Math.min(most, Long.parseLong(text));
  }

  private static long after(OgcRequest request) {
    String text = request.parameter("after");
    if (text == null) {
      return 0;
    }
    if (!text.matches("\\d{1,18}")) {
      throw OgcRequest.refused("after comes from the next link of a page.", "参数 after 取自上一页的 next 链接。", "after");
    }
    return Long.parseLong(text);
  }

  /** A page's reading of features; gives the key to go on behind. */
  interface Reading {
    OptionalLong read(Consumer<Feature> action);
  }
}

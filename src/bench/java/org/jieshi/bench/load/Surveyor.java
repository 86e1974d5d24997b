package org.jieshi.bench.load;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jieshi.ingest.SurveyFile;
import tools.jackson.databind.JsonNode;

/**
 * Sends shapefiles of ten parcels, half of them over land that is on the register already, looks at what was found, puts them on the
 * register (of six one is taken off again, one thrown away), applies for one and records its survey.
 */
final class Surveyor implements Runnable {

  static final int PARCELS = 10;

  private static final Set<String> UNDER_WAY = Set.of("QUEUED", "READING", "CHECKING");
  private static final AtomicInteger FILES = new AtomicInteger();

  private final Visitor visitor;
  private final MapReader map;

  Surveyor(Visitor visitor) {
    this.visitor = visitor;
    this.map = new MapReader(visitor);
  }

  @Override
  public void run() {
    visitor.open(() -> visitor.together("/api/reminders/count", "/api/imports?size=20", "/api/transformations"), "IMPORT");
    visitor.think(4, 12);
    int number = FILES.incrementAndGet();
    byte[] file = survey(number);
    visitor.upload("/api/imports/inspect", Map.of("layer", "parcels"), "survey.zip", file);
    visitor.think(5, 15);
    long sent = System.nanoTime();
    Visitor.Answer taken = visitor.upload("/api/imports", Map.of("layer", "parcels", "accuracy", "0.05"), "survey.zip", file);
    if (!taken.done()) {
      return;
    }
    long id = taken.body().get("id").asLong();
    Visitor.Answer seen = visitor.getVersioned("/api/imports/{}", id);
    while (UNDER_WAY.contains(seen.body().path("status").asString(""))) {
      visitor.think(1, 1);
      seen = visitor.getVersioned("/api/imports/{}", id);
    }
    visitor.waited("an import: from sending to checked and forecast", (System.nanoTime() - sent) / 1e6);
    visitor.together("/api/imports/" + id + "/findings?size=500", "/api/imports/" + id + "/repairs?size=100",
        "/api/imports/" + id + "/preview.geojson");
    visitor.think(6, 20);
    decide(id, number);
    map.look();
  }

  private void decide(long id, int number) {
    if (number % 6 == 5) {
      visitor.post("/api/imports/{}/discard", "{}", id);
      return;
    }
    Visitor.Answer committed = visitor.post("/api/imports/{}/commit", "{}", id);
    visitor.think(4, 10);
    if (committed.done() && number % 6 == 4) {
      visitor.post("/api/imports/{}/undo", "{}", id);
    } else if (committed.done() && number % 2 == 0) {
      map.parcel(code(number, 1));
      visitor.think(3, 8);
      apply(code(number, 1));
    }
  }

  private void apply(String parcel) {
    Visitor.Answer made = visitor.post("/api/applications", "{\"parcel\": \"%s\"}".formatted(parcel));
    if (!made.done()) {
      return;
    }
    String id = made.body().get("id").asString();
    visitor.think(10, 25);
    visitor.step("/api/applications/{}/actions/record-survey", made.tag(), survey("2026-11-20"), id);
    for (String kind : Applications.REQUIRED) {
      visitor.think(3, 8);
      visitor.upload("/api/applications/{}/documents", Map.of("kind", kind), kind + ".pdf", Applications.DOCUMENT, id);
    }
    JsonNode application = visitor.get("/api/applications/{}", id);
    visitor.think(application.path("unmet").isEmpty() ? 3 : 6, 12);
  }

  /** The body of the step by which a survey is recorded, with a use that the parcel itself may lack. */
  static String survey(String day) {
    return """
        {"boundaryBasis": "FARM_1987_CERTIFICATE", "basisDocument": "灵林证字第1号", "surveyedOn": "%1$s",
         "title": {"location": "新圩镇", "rightNature": "ALLOCATION", "actualUse": {"scheme": "GB/T 21010-2017", "code": "0101"}},
         "neighbours": [{"name": "大岭村", "side": "N", "pointing": "BOTH_SIGNED", "on": "%1$s"}]}
        """.formatted(day);
  }

  /** Even numbers lie on empty land west of the register's, odd ones on the register's own. */
  private static byte[] survey(int number) {
    SurveyFile file = SurveyFile.named("parcels").text("ZDDM", 19).text("QLR", 40);
    double west = number % 2 == 0 ? 36_632_700 : 36_634_000 + 137.0 * (number % 200);
    double south = 2_480_000 + 100.0 * number;
    for (int i = 1; i <= PARCELS; i++) {
      double from = west + 100.0 * i;
      file.record("POLYGON ((%1$s %2$s, %1$s %4$s, %3$s %4$s, %3$s %2$s, %1$s %2$s))".formatted(from, south, from + 50, south + 50),
          code(number, i), "华山农场");
    }
    return file.zip();
  }

  private static String code(int number, int i) {
    return "450721800%03dGN%05d".formatted(number % 1000, number / 1000 * 100 + i);
  }
}

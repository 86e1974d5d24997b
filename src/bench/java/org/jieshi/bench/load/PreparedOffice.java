package org.jieshi.bench.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What had been done before the day that is measured: applications whose notice has run, others under notice. */
public final class PreparedOffice {

  private static final int AT_ONCE = 50;

  private final Timings timings = new Timings();
  private final Visitor surveyor;
  private final Visitor officer;

  /** @param program with everybody hired */
  public PreparedOffice(URI program) {
    HttpClient http = HttpClient.newHttpClient();
    long end = Long.MAX_VALUE;
    surveyor = new Visitor(http, program, timings, new Random(1), end);
    officer = new Visitor(http, program, timings, new Random(2), end);
    surveyor.signIn("surveyor1");
    officer.signIn("officer1");
  }

  /** Applies for parcels and puts them under notice, by the clock of the program. @param day of their survey, ISO */
  public void notice(List<String> parcels, String day) {
    for (int from = 0; from < parcels.size(); from += AT_ONCE) {
      List<String> some = parcels.subList(from, Math.min(parcels.size(), from + AT_ONCE));
      JsonNode made = done(surveyor.post("/api/applications/batch", "{\"parcels\": %s}".formatted(json(some))));
      List<String> ids = made.get("items").valueStream().map(item -> item.get("id").asString()).toList();
      String ofThese = "{\"ids\": %s, ".formatted(json(ids));
      done(surveyor.post("/api/applications/batch/actions/record-survey", Surveyor.survey(day).replaceFirst("\\{", ofThese)));
      for (String kind : Applications.REQUIRED) {
        done(surveyor.upload("/api/applications/batch/documents", Map.of("ids", String.join(",", ids), "kind", kind),
            kind + ".pdf", Applications.DOCUMENT));
      }
      done(officer.post("/api/applications/batch/actions/publish-notice", ofThese + "\"place\": \"场部公告栏\"}"));
    }
  }

  private static JsonNode done(Visitor.Answer answer) {
    if (!answer.done() || answer.body().get("refused").asInt() > 0) {
      throw new IllegalStateException(answer.body().toString());
    }
    return answer.body();
  }

  private static String json(List<String> texts) {
    return texts.stream().map(each -> "\"" + each + "\"").collect(Collectors.joining(", ", "[", "]"));
  }
}

package org.jieshi.platform;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.UnmetGate;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Problems as RFC 9457 documents. */
@Component
class ProblemWriter {

  private final JsonMapper json;

  ProblemWriter(JsonMapper json) {
    this.json = json;
  }

  void write(HttpServletResponse response, ProblemCode code, String en, String zh) throws IOException {
    write(response, Problem.of(code, en, zh));
  }

  void write(HttpServletResponse response, Problem problem) throws IOException {
    response.setStatus(problem.code().status());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding("UTF-8");
    json.writeValue(response.getOutputStream(), document(problem));
  }

  /** The members of the document; those that do not apply are left out. */
  static Map<String, Object> document(Problem problem) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("type", "about:blank");
    document.put("code", problem.code().name());
    document.put("title", problem.code().title().en());
    document.put("titleZh", problem.code().title().zh());
    document.put("status", problem.code().status());
    document.put("detail", problem.detail().en());
    document.put("detailZh", problem.detail().zh());
    putIfPresent(document, "record", problem.record());
    putIfPresent(document, "field", problem.field());
    putIfPresent(document, "coordinate", problem.coordinate());
    if (!problem.unmet().isEmpty()) {
      document.put("unmet", problem.unmet().stream().map(ProblemWriter::gate).toList());
    }
    return document;
  }

  private static Map<String, Object> gate(UnmetGate unmet) {
    return Map.of("gate", unmet.gate(), "fact", unmet.fact().en(), "factZh", unmet.fact().zh());
  }

  private static void putIfPresent(Map<String, Object> document, String member, Object value) {
    if (value != null) {
      document.put(member, value);
    }
  }
}

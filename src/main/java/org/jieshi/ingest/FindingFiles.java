package org.jieshi.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The findings of an import as files that surveyors open beside their drawing. Written row by row. */
@Component
class FindingFiles {

  private final StagingRepository staging;
  private final JsonMapper json;

  FindingFiles(StagingRepository staging, JsonMapper json) {
    this.staging = staging;
    this.json = json;
  }

  /** RFC 4180, with a byte-order mark, without which spreadsheet programs take it for the local code page. */
  @Transactional(readOnly = true)
  public void writeTable(long importId, Writer out) throws IOException {
    out.write("\uFEFFrule,severity,record,code,x,y,lon,lat,tolerance,ruleVersion,message,messageZh\r\n");
    staging.forEachFinding(importId, (finding, code) -> {
      double[] surveyed = finding.surveyed();
      double[] degrees = finding.coordinate();
      write(out, String.join(",", finding.rule(), finding.severity(), cell(finding.record()), cell(code),
          at(surveyed, 0), at(surveyed, 1), at(degrees, 0), at(degrees, 1), cell(finding.tolerance()),
          cell(finding.ruleVersion()), cell(finding.message()), cell(finding.messageZh())) + "\r\n");
    });
  }

  /** RFC 7946. */
  @Transactional(readOnly = true)
  public void writeMap(long importId, Writer out) throws IOException {
    out.write("{\"type\":\"FeatureCollection\",\"features\":[");
    boolean[] first = {true};
    staging.forEachFinding(importId, (finding, code) -> {
      double[] at = finding.coordinate();
      if (at == null) {
        return;
      }
      Map<String, @Nullable Object> properties = new LinkedHashMap<>();
      properties.put("rule", finding.rule());
      properties.put("severity", finding.severity());
      properties.put("record", finding.record());
      properties.put("code", code);
      properties.put("surveyed", finding.surveyed());
      properties.put("tolerance", finding.tolerance());
      properties.put("ruleVersion", finding.ruleVersion());
      properties.put("message", finding.message());
      properties.put("messageZh", finding.messageZh());
      write(out, (first[0] ? "" : ",") + "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":["
          + at[0] + "," + at[1] + "]},\"properties\":" + json.writeValueAsString(properties) + "}");
      first[0] = false;
    });
    out.write("]}");
  }

  private static void write(Writer out, String text) {
    try {
      out.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String at(double @Nullable [] pair, int i) {
    return pair == null ? "" : BigDecimal.valueOf(pair[i]).toPlainString();
  }

  /** A text that begins like a formula is kept from being one: what it says came out of somebody's file. */
  private static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    String text = value.toString();
    boolean formula = !(value instanceof Number) && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    return value instanceof Number ? text : '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
  }
}

package org.jieshi.coverage.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jieshi.parcels.Land.claim;
import static org.jieshi.parcels.Land.code;
import static org.jieshi.parcels.Land.parcel;
import static org.jieshi.parcels.Land.rectangle;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jieshi.parcels.ChangeReason;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitDraft;
import org.jieshi.parcels.UnitFacts;
import org.jieshi.parcels.UnitKind;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.HtmlUtils;

/** The ledger, read back from the file. */
@EachDatabase
@AutoConfigureMockMvc
@Transactional
class LedgerWorkbookIT {

  private static final ChangeReason WHY = new ChangeReason("IMPORT", "1");
  private static final Pattern TEXT = Pattern.compile("<c r=\"([A-Z]+\\d+)\"[^>]*t=\"inlineStr\"[^>]*><is><t[^>]*>([^<]*)</t>");
  private static final Pattern NUMBER = Pattern.compile("<c r=\"([A-Z]+\\d+)\"[^>]*><v>([^<]*)</v>");

  @TempDir Path folder;
  @Autowired SpatialUnits units;
  @Autowired MockMvc http;

  @Test
  void everyParcelIsARowWithItsFiguresAsNumbers() throws Exception {
    units.add(UnitKind.PARCEL, List.of(parcel(code(1), rectangle(0, 0, 100, 100))), WHY);
    units.add(UnitKind.CLAIM, List.of(claim("甲", rectangle(80, 0, 100, 100), "证1")), WHY);

    Map<String, String> sheets = sheets("en");

    Map<String, String> parcels = cells(sheets.get("Parcels"));
    assertThat(parcels).containsEntry("A1", "Parcel").containsEntry("A2", code(1)).containsEntry("B2", "surveyed");
    assertThat(parcels.get("J2")).matches("10000(\\.0+)?");
    assertThat(parcels.get("K2")).matches("1(\\.0+)?");
    assertThat(parcels.get("L2")).matches("15(\\.0+)?");
    assertThat(parcels).containsEntry("T2", "1");
    Map<String, String> overlaps = cells(sheets.get("Overlaps"));
    assertThat(overlaps).containsEntry("B2", code(1)).containsEntry("C2", "claim").containsEntry("G2", "open");
    assertThat(sheets.keySet()).containsExactly("Parcels", "Coverage", "Overlaps", "Cases");
    assertThat(cells(sheets.get("Coverage"))).containsEntry("A2", "Whole farm");
  }

  @Test
  void noNameBecomesAFormulaAndNothingBreaksTheFile() throws Exception {
    List<String> names = List.of("=HYPERLINK(\"http://x\",\"y\")", "+1+1", "@SUM(A1)", "-2", "<b>&\u0001\uD83D\uDE00");
    for (int i = 0; i < names.size(); i++) {
      UnitDraft draft = parcel(code(i + 1), rectangle(200 * i, 0, 100, 100));
      units.add(UnitKind.PARCEL, List.of(new UnitDraft(draft.code(), draft.boundary(), draft.srid(), null, 0.05,
          UnitFacts.NONE.withParty(names.get(i), null, null), null, null)), WHY);
    }

    String sheet = sheets("zh").get("宗地台账");

    assertThat(sheet).doesNotContain("<f>").doesNotContain("<f ").doesNotContain("\u0001");
    Map<String, String> cells = cells(sheet);
    assertThat(cells).containsEntry("C3", "+1+1").containsEntry("C4", "@SUM(A1)").containsEntry("C5", "-2");
    assertThat(cells.get("C2")).startsWith("=HYPERLINK(");
    assertThat(cells.get("C6")).isEqualTo("<b>&\uD83D\uDE00");
    for (int row = 2; row <= 6; row++) {
      assertThat(sheet).containsPattern("<c r=\"C" + row + "\"[^>]*t=\"inlineStr\"");
    }
  }

  @Test
  void itIsForPeopleOfTheOffice() throws Exception {
    http.perform(get("/api/ledger.xlsx")).andExpect(status().isUnauthorized());
  }

  @Test
  void theMonthsAndTheAgesOfCasesAreWholeWithoutAny() throws Exception {
    http.perform(get("/api/coverage/history").param("months", "3").with(user("admin")))
        .andExpect(jsonPath("$.items.length()").value(3))
        .andExpect(jsonPath("$.items[2].certificates").value(0))
        .andExpect(jsonPath("$.items[2].certifiedArea").value(0));
    http.perform(get("/api/coverage/case-ages").with(user("admin")))
        .andExpect(jsonPath("$.items.length()").value(5))
        .andExpect(jsonPath("$.items[0].fromDays").value(0))
        .andExpect(jsonPath("$.items[0].toDays").value(30))
        .andExpect(jsonPath("$.items[4].fromDays").value(366))
        .andExpect(jsonPath("$.items[4].toDays").doesNotExist())
        .andExpect(jsonPath("$.items[4].cases").value(0));
  }

  /** Each sheet's XML by its name, in order. */
  private Map<String, String> sheets(String language) throws Exception {
    MockHttpServletResponse answer = http.perform(get("/api/ledger.xlsx").param("lang", language).with(user("admin")))
        .andExpect(status().isOk()).andReturn().getResponse();
    assertThat(answer.getHeader("Content-Disposition")).startsWith("attachment; filename=\"ledger-");
    Map<String, String> files = unzip(answer.getContentAsByteArray());
    Map<String, String> sheets = new LinkedHashMap<>();
    Matcher names = Pattern.compile("<sheet name=\"([^\"]+)\"[^>]* sheetId=\"(\\d+)\"").matcher(files.get("xl/workbook.xml"));
    while (names.find()) {
      sheets.put(HtmlUtils.htmlUnescape(names.group(1)), files.get("xl/worksheets/sheet" + names.group(2) + ".xml"));
    }
    return sheets;
  }

  private static Map<String, String> cells(String sheet) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (Pattern kind : List.of(TEXT, NUMBER)) {
      Matcher matcher = kind.matcher(sheet);
      while (matcher.find()) {
        cells.put(matcher.group(1), HtmlUtils.htmlUnescape(matcher.group(2)));
      }
    }
    return cells;
  }

  /** By the directory at its end, as spreadsheet programs do. */
  private Map<String, String> unzip(byte[] file) throws IOException {
    Path written = Files.write(folder.resolve("ledger.xlsx"), file);
    Map<String, String> files = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(written.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        files.put(entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}

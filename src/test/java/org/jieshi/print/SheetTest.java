package org.jieshi.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

class SheetTest {

  private static final float SIZE = 10;

  @Test
  void noLineBeginsWithAClosingMarkAndNoneIsTooWide() throws IOException {
    String text = "在本页面或向本部门书面提出，并写明姓名、联系方式、理由和证据（含附件）。异议将出具回执；逾期视为放弃！"
        + "界线指纹：137212563ca56661ddb118692699ec05f46020bf";
    try (PDDocument document = new PDDocument(); Sheet sheet = new Sheet(document, new PrintFonts(document))) {
      for (float width = 14; width < 90; width += 0.7f) {
        List<String> lines = sheet.wrapped(text, SIZE, width);
        assertThat(String.join("", lines)).isEqualTo(text);
        for (String line : lines) {
          assertThat(line).doesNotMatch("^[、。，；：？！）].*");
          assertThat(sheet.width(line, SIZE) <= width || line.matches("[0-9a-f]+")).as(line).isTrue();
        }
      }
    }
  }

  @Test
  void latinWordsStayWhole() throws IOException {
    try (PDDocument document = new PDDocument(); Sheet sheet = new Sheet(document, new PrintFonts(document))) {
      assertThat(sheet.wrapped("审计链 audit chain 2884", SIZE, 25)).containsExactly("审计链 audit", "chain 2884");
    }
  }
}
